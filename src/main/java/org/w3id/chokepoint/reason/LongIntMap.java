package org.w3id.chokepoint.reason;

import java.util.Arrays;

/** A map from long to non-negative int without boxing; grows, never shrinks. */
final class LongIntMap {
  static final int ABSENT = -1;

  private long[] keys = new long[1 << 8];
  private int[] values = new int[1 << 8];
  private int size;

  LongIntMap() {
    Arrays.fill(values, ABSENT);
  }

  /** The value of {@code key}, or -1. */
  int get(long key) {
    return values[slot(key)];
  }

  /** Sets the value of {@code key} and gives the one before, or -1. */
  int put(long key, int value) {
    int slot = slot(key);
    int before = values[slot];
    keys[slot] = key;
    values[slot] = value;
    if (before == ABSENT && ++size * 3 > keys.length * 2) {
      grow();
    }
    return before;
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = spread(key) & mask;
    while (values[slot] != ABSENT && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldValues = values;
    keys = new long[oldKeys.length * 2];
    values = new int[keys.length];
    Arrays.fill(values, ABSENT);
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldValues[i] != ABSENT) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        values[slot] = oldValues[i];
      }
    }
  }

  /** Two ints as one key. */
  static long key(int high, int low) {
    return ((long) high << 32) | (low & 0xffffffffL);
  }

  static int spread(long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    mixed ^= mixed >>> 32;
    return (int) (mixed * 0xD6E8FEB86659FD93L >>> 32);
  }
}
