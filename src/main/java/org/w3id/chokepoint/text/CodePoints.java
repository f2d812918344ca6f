package org.w3id.chokepoint.text;

/** Translates between UTF-16 indices, which Java uses, and code points, which the data uses. */
public final class CodePoints {
  private final String text;
  private final boolean plain;

  private CodePoints(String text) {
    this.text = text;
    this.plain = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
  }

  /** For one text; cheap where it has no astral characters. */
  public static CodePoints of(String text) {
    return new CodePoints(text);
  }

  /** The code point offset of a UTF-16 index. */
  public int codePoint(int utf16) {
    return plain ? utf16 : text.codePointCount(0, utf16);
  }

  /** The UTF-16 index of a code point offset. */
  public int utf16(int codePoint) {
    return plain ? codePoint : text.offsetByCodePoints(0, codePoint);
  }

  /** The text from one code point offset to another. */
  public String slice(int begin, int end) {
    return text.substring(utf16(begin), utf16(end));
  }

  /** How many code points the text has. */
  public int length() {
    return codePoint(text.length());
  }
}
