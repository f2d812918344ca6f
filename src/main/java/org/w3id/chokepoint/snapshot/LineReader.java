package org.w3id.chokepoint.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The lines of a file in gzip as bytes, one at a time, none of them copied. */
final class LineReader implements Closeable {
  private final InputStream in;
  private byte[] buffer = new byte[1 << 17];
  private int start;
  private int end;
  private int filled;

  /** Reads from what is not compressed. */
  LineReader(InputStream in) {
    this.in = in;
  }

  static LineReader of(Path file) throws IOException {
    return new LineReader(new GZIPInputStream(Files.newInputStream(file), 1 << 16));
  }

  /** Goes to the next line; false where there is none. */
  boolean next() throws IOException {
    start = end;
    int at = start;
    while (true) {
      while (at < filled && buffer[at] != '\n') {
        at++;
      }
      if (at < filled) {
        end = at + 1;
        return true;
      }
      int seen = at - start;
      if (!fill()) {
        end = filled;
        return end > start;
      }
      at = start + seen;
    }
  }

  /** Reads more behind what is left of the buffer; false at the end. */
  private boolean fill() throws IOException {
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, filled - start);
      filled -= start;
      start = 0;
    } else if (filled == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int more = in.read(buffer, filled, buffer.length - filled);
    filled += Math.max(more, 0);
    return more > 0;
  }

  /** Where the bytes of the line are, from {@link #start} to {@link #end}; until the next line. */
  byte[] bytes() {
    return buffer;
  }

  int start() {
    return start;
  }

  /** Behind the line break. */
  int end() {
    return end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
