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
    int f = 0;
    while (f + 3 < size) {
      long one = found[f];
      long two = found[f + 1];
      long three = found[f + 2];
      long four = found[f + 3];
      if ((one & two & three & four & 255) == DENSE) {
        add(row(one), row(two), row(three), row(four), scores);
        f += 4;
      } else {
        add(one, scores);
        f++;
      }
    }
    for (; f < size; f++) {
      add(found[f], scores);
    }
  }

  private float[] row(long found) {
    return dense[(int) (found >>> 8)];
  }

  private void add(long found, float[] scores) {
    int length = (int) (found & 255);
    if (length == DENSE) {
      add(row(found), scores);
      return;
    }
    int begin = (int) (found >>> 8);
    for (int i = begin; i < begin + length; i++) {
      long weight = sparse.get(i);
      scores[(int) (weight >>> 32)] += Float.intBitsToFloat((int) weight);
    }
  }

  private static void add(float[] row, float[] scores) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] += row[i];
    }
  }

  /** The same sum as one row after the other, with a quarter of the loops. */
  private static void add(float[] a, float[] b, float[] c, float[] d, float[] scores) {
    for (int i = 0; i < scores.length; i++) {
      scores[i] = scores[i] + a[i] + b[i] + c[i] + d[i];
    }
  }

  /** Finds rows and remembers those of late, as a few features make up most of a text. */
  final class Memory {
    private static final int SIZE = 1 << 15;

    private final long[] known = new long[2 * SIZE];
    private long[] found = new long[256];
    private int[] missed = new int[256];

    /** Means nothing: what is touched must go somewhere. */
    private long touched;

    /** Finds the row of each key that the model knows, and gives their number. */
    int find(long[] keys, int size) {
      if (found.length < size) {
        found = new long[keys.length];
        missed = new int[keys.length];
      }
      int misses = 0;
      for (int i = 0; i < size; i++) {
        int slot = slot(keys[i]);
        found[i] = known[slot + 1];
        missed[misses] = i;
        misses += known[slot] == keys[i] ? 0 : 1;
      }
      look(keys, misses);
      int n = 0;
      for (int i = 0; i < size; i++) {
        long row = found[i];
        found[n] = row;
        n += row == 0 ? 0 : 1;
      }
      return n;
    }

    /** Touches all that were missed before looking any up, so that memory is waited for once. */
    private void look(long[] keys, int misses) {
      for (int m = 0; m < misses; m++) {
        touched += table.first(keys[missed[m]]);
      }
      for (int m = 0; m < misses; m++) {
        long key = keys[missed[m]];
        int slot = slot(key);
        long row = table.get(key);
        known[slot] = key;
        known[slot + 1] = row;
        found[missed[m]] = row;
      }
    }

    private static int slot(long key) {
      return 2 * (int) (key >>> 40 & SIZE - 1);
    }

    /** What {@link #find} found. */
    long[] rows() {
      return found;
    }
  }
}
