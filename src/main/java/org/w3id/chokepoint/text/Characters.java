package org.w3id.chokepoint.text;

/** Puts typographic characters into the form that taggers were trained on, length unchanged. */
final class Characters {
  private Characters() {}

  /** One UTF-16 unit for each given one, so that offsets stay valid. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(plain(text.charAt(i)));
    }
    return out.toString();
  }

  private static char plain(char c) {
    return switch (c) {
      case '\u2018', '\u2019', '\u02BC' -> '\'';
      case '\u201C', '\u201D', '\u00AB', '\u00BB' -> '"';
      case '\u00A0', '\u2007', '\u202F', '\u2009', '\u200A', '\u200B', '\uFEFF' -> ' ';
      case '\u2010', '\u2011' -> '-';
      default -> c;
    };
  }
}
