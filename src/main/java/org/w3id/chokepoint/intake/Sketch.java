package org.w3id.chokepoint.intake;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The four-word runs of a text as hashes, case and punctuation ignored. Two texts are alike by the
 * share of runs that they have in common (Jaccard); {@link #bands} finds texts that may be alike
 * without comparing all: minima of 32 hash functions in 8 bands (MinHash, Broder 1997), of which
 * texts with 85 % in common share at least one in 997 cases of 1,000.
 */
record Sketch(long[] runs) {
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final int RUN = 4;
  private static final int BANDS = 8;
  private static final int ROWS = 4;

  static Sketch of(String text) {
    long[] words = new long[64];
    int count = 0;
    for (Matcher m = WORD.matcher(text.toLowerCase(Locale.ROOT)); m.find(); ) {
      words = count == words.length ? Arrays.copyOf(words, 2 * count) : words;
      words[count++] = hash(m.group());
    }
    int runs = Math.max(1, count - RUN + 1);
    long[] out = new long[runs];
    for (int i = 0; i < runs; i++) {
      for (int j = i; j < Math.min(count, i + RUN); j++) {
        out[i] = mix(out[i] + words[j]);
      }
    }
    return new Sketch(Arrays.stream(out).sorted().distinct().toArray());
  }

  /** Keys of which texts that are alike have at least one in common. */
  long[] bands() {
    long[] least = new long[BANDS * ROWS];
    Arrays.fill(least, Long.MAX_VALUE);
    for (long run : runs) {
      for (int i = 0; i < least.length; i++) {
        least[i] = Math.min(least[i], mix(run + (i + 1) * 0x9E3779B97F4A7C15L));
      }
    }
    long[] out = new long[BANDS];
    for (int i = 0; i < least.length; i++) {
      out[i / ROWS] = mix(out[i / ROWS] + least[i] + i / ROWS);
    }
    return out;
  }

  /** The share of all runs that both have, 0 to 1. */
  double likeness(Sketch other) {
    int both = 0;
    for (int i = 0, j = 0; i < runs.length && j < other.runs.length; ) {
      int order = Long.compare(runs[i], other.runs[j]);
      both += order == 0 ? 1 : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return (double) both / (runs.length + other.runs.length - both);
  }

  private static long hash(String word) {
    long out = 1;
    for (int i = 0; i < word.length(); i++) {
      out = 31 * out + word.charAt(i);
    }
    return mix(out);
  }

  /** Spreads all bits over all bits (the finalizer of SplitMix64). */
  static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
