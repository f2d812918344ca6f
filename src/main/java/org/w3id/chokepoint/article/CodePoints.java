package org.w3id.chokepoint.article;

import java.util.Arrays;

/** Translates between UTF-16 indices, which Java uses, and code points, which the data uses. */
public final class CodePoints {
  private final String text;

  /** The UTF-16 index of each character that takes two units, in order. */
  private final int[] astral;

  private CodePoints(String text) {
    this.text = text;
    this.astral = pairs(text);
  }

  /** For one text; each translation takes logarithmic time, in plain text none. */
  public static CodePoints of(String text) {
    return new CodePoints(text);
  }

  /** The code point offset of a UTF-16 index. */
  public int codePoint(int utf16) {
    int at = Arrays.binarySearch(astral, utf16);
    return utf16 - (at < 0 ? -at - 1 : at);
  }

  /** The UTF-16 index of a code point offset. */
  public int utf16(int codePoint) {
    int low = 0;
    int high = astral.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (astral[middle] - middle < codePoint) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return codePoint + low;
  }

  /** The text from one code point offset to another. */
  public String slice(int begin, int end) {
    return text.substring(utf16(begin), utf16(end));
  }

  /** How many code points the text has. */
  public int length() {
    return codePoint(text.length());
  }

  private static int[] pairs(String text) {
    int[] out = new int[0];
    int count = 0;
    for (int i = 0; i + 1 < text.length(); i++) {
      if (Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
        out = count == out.length ? Arrays.copyOf(out, 2 * count + 8) : out;
        out[count++] = i++;
      }
    }
    return Arrays.copyOf(out, count);
  }
}
