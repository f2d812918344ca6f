package org.w3id.chokepoint.text.parser;

import java.nio.LongBuffer;

/**
 * The weights of a model. A feature's row is either sparse, a run of words with the label in the
 * upper half and the bits of the weight in the lower, or dense, a weight for each label, which adds
 * faster where many are not zero. The table gives where a sparse row begins, shifted by eight, and
 * how long it is, or the number of a dense row and {@link #DENSE}.
 *
 * @param dense rows of their own, all of one length: only so does the JIT use vectors
 */
record Weights(Table table, LongBuffer sparse, float[][] dense) {
  static final int DENSE = 255;

  static Weights read(FlatFile file, int labels) {
    return new Weights(Table.read(file), file.longs(), file.rows(stride(labels)));
  }

  /** The length of a dense row, in whole vectors of the processor. */
  static int stride(int labels) {
    return labels + 15 & ~15;
  }

  /** Whether a row with so many weights is better dense. */
  static boolean dense(int weights, int labels) {
    return 5 * weights > labels;
  }

  /** Adds the rows of features to the scores of the labels, in order. */
  void add(long[] found, int size, float[] scores) {
    for (int f = 0; f < size; f++) {
      int begin = (int) (found[f] >>> 8);
      int length = (int) (found[f] & 255);
      if (length == DENSE) {
        add(dense[begin], scores);
      } else {
        for (int i = begin; i < begin + length; i++) {
          long weight = sparse.get(i);
          scores[(int) (weight >>> 32)] += Float.intBitsToFloat((int) weight);
        }
      }
    }
  }

  private static void add(float[] row, float[] scores) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] += row[i];
    }
  }

  /** Finds rows and remembers those of late, as a few features make up most of a text. */
  final class Memory {
    private static final int SIZE = 1 << 15;

    private final long[] known = new long[2 * SIZE];
    private long[] found = new long[256];

    /** The row of each key; 0, which is empty, where the model has none. */
    long[] rows(long[] keys, int size) {
      if (found.length < size) {
        found = new long[keys.length];
      }
      for (int i = 0; i < size; i++) {
        long key = keys[i];
        int slot = 2 * (int) (key >>> 40 & SIZE - 1);
        if (known[slot] != key) {
          known[slot + 1] = table.get(key);
          known[slot] = key;
        }
        found[i] = known[slot + 1];
      }
      return found;
    }
  }
}
