package org.w3id.chokepoint.reason;

import java.util.Arrays;

/**
 * One derivation per inferred triple: which instance of a rule yields it from which rows. All lie
 * in one array; a derivation is known by its place there.
 */
final class Derivations {
  /** The place of a triple that is asserted and so needs no derivation. */
  static final int ASSERTED = -1;

  private int[] pool = new int[1 << 10];
  private int end;

  /** Keeps the first {@code count} of {@code premises}. */
  int add(int instance, int[] premises, int count) {
    if (end + count + 2 > pool.length) {
      pool = Arrays.copyOf(pool, pool.length + (pool.length >> 1) + count + 2);
    }
    int place = end;
    pool[end++] = instance;
    pool[end++] = count;
    System.arraycopy(premises, 0, pool, end, count);
    end += count;
    return place;
  }

  int instance(int place) {
    return pool[place];
  }

  int count(int place) {
    return pool[place + 1];
  }

  int premise(int place, int index) {
    return pool[place + 2 + index];
  }

  boolean uses(int place, int instance, int row) {
    if (pool[place] != instance) {
      return false;
    }
    for (int i = 0; i < pool[place + 1]; i++) {
      if (pool[place + 2 + i] == row) {
        return true;
      }
    }
    return false;
  }
}
