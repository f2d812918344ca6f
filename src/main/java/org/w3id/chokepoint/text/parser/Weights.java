package org.w3id.chokepoint.text.parser;

import java.nio.LongBuffer;

/**
 * The weights of a model that are not zero. A feature's row is a run of words with the label in the
 * upper half and the weight's bits in the lower; the table gives its start, shifted by eight, and
 * its length.
 */
record Weights(Table table, LongBuffer rows) {
  static Weights read(FlatFile file) {
    return new Weights(Table.read(file), file.longs());
  }

  /** Adds the weights of a feature to the scores of the labels. */
  void add(long hash, int space, float[] scores) {
    long row = table.get(Print.key(hash, space));
    int end = (int) (row >>> 8) + (int) (row & 255);
    for (int i = (int) (row >>> 8); i < end; i++) {
      long weight = rows.get(i);
      scores[(int) (weight >>> 32)] += Float.intBitsToFloat((int) weight);
    }
  }
}
