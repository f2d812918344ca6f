package org.w3id.chokepoint.listing;

import java.util.Arrays;

/** The edit distance of Levenshtein, as far as it is small. */
final class Distance {
  private Distance() {}

  /** Whether at most {@code most} letters inserted, dropped or replaced turn one into the other. */
  static boolean atMost(int most, String a, String b) {
    if (Math.abs(a.length() - b.length()) > most
        || Long.bitCount(letters(a) ^ letters(b)) > 2 * most) {
      return false;
    }
    int[] row = new int[b.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? diagonal : diagonal + 1;
        diagonal = row[j];
        row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) {
        return false;
      }
    }
    return row[b.length()] <= most;
  }

  /** Which letters occur, as bits: strings that differ in many are far apart. */
  private static long letters(String text) {
    long out = 0;
    for (int i = 0; i < text.length(); i++) {
      out |= 1L << (text.charAt(i) & 63);
    }
    return out;
  }
}
