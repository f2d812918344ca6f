package org.w3id.chokepoint.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/** Numbers by number, in a file that is mapped into memory: the heap holds none of them. */
final class DiskTable {
  private static final int SLOT = 2 * Long.BYTES;
  private static final int FIRST_BITS = 12;
  private static final int LAST_BITS = 26;
  private static final double FULL = 0.6;

  private final Path folder;
  private int bits;
  private ByteBuffer slots;
  private int count;

  DiskTable(Path folder) throws IOException {
    this.folder = folder;
    this.bits = FIRST_BITS;
    this.slots = map(folder, FIRST_BITS);
  }

  /** What was put first for a key. */
  OptionalLong get(long key) {
    int at = find(slots, bits, filled(key));
    return slots.getLong(at) == 0
        ? OptionalLong.empty()
        : OptionalLong.of(slots.getLong(at + Long.BYTES));
  }

  /** Keeps a value where the key has none. */
  void putIfAbsent(long key, long value) {
    if (count > FULL * (1 << bits)) {
      grow();
    }
    int at = find(slots, bits, filled(key));
    if (slots.getLong(at) == 0) {
      slots.putLong(at, filled(key)).putLong(at + Long.BYTES, value);
      count++;
    }
  }

  /** Zero marks a free slot. */
  private static long filled(long key) {
    return key == 0 ? 1 : key;
  }

  private static int find(ByteBuffer slots, int bits, long key) {
    int mask = (1 << bits) - 1;
    int slot = (int) (Sketch.mix(key) >>> (64 - bits));
    while (slots.getLong(slot * SLOT) != 0 && slots.getLong(slot * SLOT) != key) {
      slot = (slot + 1) & mask;
    }
    return slot * SLOT;
  }

  private void grow() {
    if (bits == LAST_BITS) {
      throw new UncheckedIOException(
          new IOException(
              "these are too many articles for one conversion (some four million); convert a part"));
    }
    try {
      ByteBuffer larger = map(folder, bits + 1);
      for (int at = 0; at < slots.capacity(); at += SLOT) {
        long key = slots.getLong(at);
        if (key != 0) {
          int to = find(larger, bits + 1, key);
          larger.putLong(to, key).putLong(to + Long.BYTES, slots.getLong(at + Long.BYTES));
        }
      }
      slots = larger;
      bits++;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write below " + folder + " (" + e + ")", e);
    }
  }

  /**
   * The mapping outlives the channel; the file goes when the folder does. It is filled first: where
   * the disk is full, a write fails with a reason, and the store to a mapped page would not.
   */
  private static ByteBuffer map(Path folder, int bits) throws IOException {
    try (FileChannel file =
        FileChannel.open(
            folder.resolve("table-" + bits),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      long size = (long) SLOT << bits;
      ByteBuffer zeros = ByteBuffer.allocate(SLOT << FIRST_BITS);
      while (file.position() < size) {
        file.write(zeros.clear());
      }
      return file.map(FileChannel.MapMode.READ_WRITE, 0, size);
    }
  }
}
