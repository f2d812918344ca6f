package org.w3id.chokepoint.across;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** How alike two texts are: the share of word triples that they have in common (Broder 1997). */
final class Resemblance {
  private static final int WORDS = 3;

  private Resemblance() {}

  /** 0 for nothing in common, 1 for the same words in the same order. */
  static double of(Set<String> left, Set<String> right) {
    long common = left.stream().filter(right::contains).count();
    return common == 0 ? 0 : (double) common / (left.size() + right.size() - common);
  }

  /** The word triples of a text. */
  static Set<String> shingles(String text) {
    String[] words = text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+");
    Set<String> out = new HashSet<>();
    for (int i = 0; i + WORDS <= words.length; i++) {
      out.add(String.join(" ", words[i], words[i + 1], words[i + 2]));
    }
    return out;
  }
}
