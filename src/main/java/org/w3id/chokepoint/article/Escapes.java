package org.w3id.chokepoint.article;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Escapes that a program left in a line of text: {@code Biden\\u2019s}, {@code President\_Biden}.
 */
final class Escapes {
  private static final Pattern POINT = Pattern.compile("\\\\u(\\p{XDigit}{4})");

  /** Stands for a space that must not break, as in names of two words. */
  private static final Pattern SPACE = Pattern.compile("\\\\_");

  private Escapes() {}

  /** The text with the characters that the escapes stand for. */
  static String undone(String text) {
    String points =
        POINT.matcher(text).replaceAll(m -> Matcher.quoteReplacement(character(m.group(1))));
    return SPACE.matcher(points).replaceAll(" ");
  }

  /** A space of any width is one. */
  private static String character(String hex) {
    int point = Integer.parseInt(hex, 16);
    return Character.isSpaceChar(point) ? " " : Character.toString(point);
  }
}
