package org.w3id.chokepoint.snapshot;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A member of a file in gzip (RFC 1952, section 2.2). One that {@link MemberWriter} closed says in
 * an extra field of its header (2.3.1.1) how long it is and how many lines it has, so that it can
 * be passed over without unpacking it.
 *
 * @param start where in the file it begins
 * @param header bytes before what is packed
 * @param length bytes with header and trailer; 0 where the header does not say
 * @param lines in it; 0 where the header does not say
 */
record Member(FileChannel file, long start, int header, long length, int lines) {
  static final int FIXED = 10;
  static final int EXTRA = 4;
  static final int TRAILER = 8;

  /** Bytes of the length of the extra field, and of the field: its name, length and contents. */
  static final int FIELD = Short.BYTES + EXTRA + Long.BYTES + Integer.BYTES;

  private static final int CHUNK = 1 << 12;

  /** The member that begins at a place; empty at the end of the file. */
  static Optional<Member> at(FileChannel file, long start) throws IOException {
    if (start >= file.size()) {
      return Optional.empty();
    }
    ByteBuffer bytes = read(file, start, FIXED + FIELD);
    boolean closed =
        bytes.limit() == FIXED + FIELD
            && bytes.get(3) == EXTRA
            && bytes.get(FIXED + 2) == 'c'
            && bytes.get(FIXED + 3) == 'p';
    return Optional.of(
        closed
            ? new Member(
                file,
                start,
                FIXED + FIELD,
                bytes.getLong(FIXED + 6),
                bytes.getInt(FIXED + 6 + Long.BYTES))
            : new Member(file, start, FIXED, 0, 0));
  }

  /** The header of a member that is closed. */
  static byte[] header(long packed, int lines) {
    return ByteBuffer.allocate(FIXED + FIELD)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(header(EXTRA))
        .putShort((short) (FIELD - Short.BYTES))
        .put((byte) 'c')
        .put((byte) 'p')
        .putShort((short) (Long.BYTES + Integer.BYTES))
        .putLong(FIXED + FIELD + packed + TRAILER)
        .putInt(lines)
        .array();
  }

  /** Neither name nor time, so equal content gives equal bytes. */
  static byte[] header(int flags) {
    return new byte[] {0x1f, (byte) 0x8b, 8, (byte) flags, 0, 0, 0, 0, 0, (byte) 255};
  }

  boolean isClosed() {
    return length > 0;
  }

  /** The first line with its line break; without any byte where there is none. */
  byte[] firstLine() throws IOException {
    Inflater inflater = new Inflater(true);
    try {
      byte[] out = new byte[CHUNK];
      int filled = 0;
      long at = start + header;
      while (!inflater.finished()) {
        if (inflater.needsInput()) {
          ByteBuffer more = read(file, at, CHUNK);
          if (more.limit() == 0) {
            throw new EOFException("the file ends within a member");
          }
          at += more.limit();
          inflater.setInput(more);
        }
        int from = filled;
        filled += inflater.inflate(out, filled, out.length - filled);
        for (int i = from; i < filled; i++) {
          if (out[i] == '\n') {
            return Arrays.copyOf(out, i + 1);
          }
        }
        out = filled == out.length ? Arrays.copyOf(out, 2 * filled) : out;
      }
      return Arrays.copyOf(out, filled);
    } catch (DataFormatException e) {
      throw new IOException("not packed as it should be (" + e.getMessage() + ")", e);
    } finally {
      inflater.end();
    }
  }

  /** As it lies in the file; of a member that is closed. */
  byte[] packed() throws IOException {
    return read(file, start, Math.toIntExact(length)).array();
  }

  /** Its text; of a member that is closed. */
  byte[] text() throws IOException {
    Inflater inflater = new Inflater(true);
    try (InputStream in = stream(inflater)) {
      return in.readAllBytes();
    } finally {
      inflater.end();
    }
  }

  /** Unpacks it; when all is read, {@code inflater} knows how many bytes it has. */
  InputStream stream(Inflater inflater) throws IOException {
    InputStream packed = Channels.newInputStream(file.position(start + header));
    return new InflaterInputStream(packed, inflater, 1 << 16) {
      @Override
      public void close() {
        // the file stays open for other members
      }
    };
  }

  private static ByteBuffer read(FileChannel file, long at, int most) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(most, Math.max(0, file.size() - at)));
    while (bytes.hasRemaining() && file.read(bytes, at + bytes.position()) >= 0) {
      // until all is there
    }
    return bytes.flip().order(ByteOrder.LITTLE_ENDIAN);
  }
}
