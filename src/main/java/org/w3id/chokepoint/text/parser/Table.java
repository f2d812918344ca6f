package org.w3id.chokepoint.text.parser;

import java.io.IOException;
import java.nio.LongBuffer;

/** A hash table from keys of {@link Print} to numbers, as pairs of words; 0 where there is none. */
final class Table {
  private final LongBuffer slots;
  private final int mask;

  private Table(LongBuffer slots) {
    this.slots = slots;
    this.mask = slots.remaining() / 2 - 1;
  }

  static Table read(FlatFile file) {
    return new Table(file.longs());
  }

  /** What lies where a key is looked for first. */
  long first(long key) {
    return slots.get(2 * ((int) key & mask));
  }

  long get(long key) {
    for (int i = (int) key & mask; ; i = (i + 1) & mask) {
      long found = slots.get(2 * i);
      if (found == key) {
        return slots.get(2 * i + 1);
      }
      if (found == 0) {
        return 0;
      }
    }
  }

  /** A table that grows; filled to two thirds at most. */
  static final class Builder {
    private long[] slots = new long[1 << 12];
    private int size;

    /**
     * Adds a key or changes its number.
     *
     * @return the number before
     */
    long put(long key, long value) {
      if (3L * ++size > slots.length) {
        grow();
      }
      int i = slot(slots, key);
      long before = slots[i + 1];
      size -= slots[i] == key ? 1 : 0;
      slots[i] = key;
      slots[i + 1] = value;
      return before;
    }

    /** Adds a key that must be new: two texts with one fingerprint would make the file wrong. */
    void putNew(long key, long value) {
      if (put(key, value) != 0) {
        throw new IllegalStateException("two features have the fingerprint " + key);
      }
    }

    long get(long key) {
      return slots[slot(slots, key) + 1];
    }

    void write(FlatWriter out) throws IOException {
      out.longs(slots);
    }

    private void grow() {
      long[] larger = new long[2 * slots.length];
      for (int i = 0; i < slots.length; i += 2) {
        if (slots[i] != 0) {
          int to = slot(larger, slots[i]);
          larger[to] = slots[i];
          larger[to + 1] = slots[i + 1];
        }
      }
      slots = larger;
    }

    private static int slot(long[] slots, long key) {
      int mask = slots.length / 2 - 1;
      int i = (int) key & mask;
      while (slots[2 * i] != 0 && slots[2 * i] != key) {
        i = (i + 1) & mask;
      }
      return 2 * i;
    }
  }
}
