package org.w3id.chokepoint.snapshot;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/** Arrays in a file, each with its length before it, and a check sum at the end. */
final class IndexFile {
  private static final int CHUNK = 1 << 16;

  private IndexFile() {}

  /** What goes into a file. */
  interface Content {
    void write(Out out) throws IOException;
  }

  /** Writes a file and puts it in its place; false where that cannot be or it got too large. */
  static boolean keep(Path file, Content content) {
    try {
      Path draft =
          file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
      try {
        try (Out out = new Out(draft)) {
          content.write(out);
        }
        if (Files.size(draft) > Integer.MAX_VALUE) {
          return false;
        }
        Folders.rename(draft, file);
      } finally {
        Files.deleteIfExists(draft);
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** What is made of a file's content. */
  interface Reader<T> {
    T read(In in);
  }

  /**
   * What a file that was kept holds; empty where there is none, it is not whole, or it is made of
   * something else than {@code madeOf}: the dump says the same.
   */
  static <T> Optional<T> kept(Path file, int[] madeOf, Reader<T> reader) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      In in = new In(file);
      return Arrays.equals(in.ints(), madeOf) ? Optional.of(reader.read(in)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Writes the arrays one after the other. */
  static final class Out implements Closeable {
    private final CRC32C sum = new CRC32C();
    private final OutputStream out;
    private final ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);

    Out(Path file) throws IOException {
      out =
          new CheckedOutputStream(
              new BufferedOutputStream(Files.newOutputStream(file), CHUNK), sum);
    }

    void ints(int[] values) throws IOException {
      integer(values.length);
      for (int value : values) {
        integer(value);
      }
      flush();
    }

    void longs(long[] values) throws IOException {
      int[] halves = new int[2 * values.length];
      for (int i = 0; i < values.length; i++) {
        halves[2 * i] = (int) values[i];
        halves[2 * i + 1] = (int) (values[i] >>> 32);
      }
      ints(halves);
    }

    /** Several arrays as one, of so many bytes. */
    void bytes(byte[][] parts, int length) throws IOException {
      integer(length);
      flush();
      for (byte[] part : parts) {
        out.write(part);
      }
    }

    private void integer(int value) throws IOException {
      if (!chunk.hasRemaining()) {
        flush();
      }
      chunk.putInt(value);
    }

    private void flush() throws IOException {
      out.write(chunk.array(), 0, chunk.position());
      chunk.clear();
    }

    @Override
    public void close() throws IOException {
      integer((int) sum.getValue());
      flush();
      out.close();
    }
  }

  /** Reads them back in the same order. */
  static final class In {
    private final ByteBuffer bytes;

    /**
     * Reads a file whole.
     *
     * @throws IOException where it cannot be read or the check sum is wrong
     */
    In(Path file) throws IOException {
      try (FileChannel channel = FileChannel.open(file)) {
        if (channel.size() > Integer.MAX_VALUE) {
          throw new IOException("it is too large to be mapped at once");
        }
        bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      }
      CRC32C sum = new CRC32C();
      int end = Math.max(0, bytes.limit() - Integer.BYTES);
      sum.update(bytes.slice(0, end));
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      if (end == 0 || bytes.getInt(end) != (int) sum.getValue()) {
        throw new IOException("its check sum is wrong");
      }
    }

    int[] ints() {
      int[] out = new int[bytes.getInt()];
      bytes.asIntBuffer().get(out);
      bytes.position(bytes.position() + Integer.BYTES * out.length);
      return out;
    }

    long[] longs() {
      int[] halves = ints();
      long[] out = new long[halves.length / 2];
      for (int i = 0; i < out.length; i++) {
        out[i] = (long) halves[2 * i + 1] << 32 | halves[2 * i] & 0xFFFFFFFFL;
      }
      return out;
    }

    /** Bytes that stay in the file. */
    ByteBuffer buffer() {
      int length = bytes.getInt();
      ByteBuffer out = bytes.slice(bytes.position(), length);
      bytes.position(bytes.position() + length);
      return out;
    }

    byte[] bytes() {
      byte[] out = new byte[bytes.getInt()];
      bytes.get(out);
      return out;
    }
  }
}
