package org.w3id.chokepoint.article;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Optional;

/** The lines of a stream that are not blank, without knowing how long one may be. */
final class ByteLines {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int at;
  private int end;
  private int number;

  /** Whether the last line ended with the stream, without a line feed. */
  private boolean cut;

  ByteLines(InputStream in) {
    this.in = in;
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param tooLong only its beginning is kept
   */
  record Line(int number, byte[] text, boolean tooLong) {
    /** The first byte that is no space. */
    int start() {
      int i = 0;
      while (space(text[i])) {
        i++;
      }
      return text[i];
    }

    /** The last byte that is no space. */
    int end() {
      int i = text.length - 1;
      while (space(text[i])) {
        i--;
      }
      return text[i];
    }

    private boolean blank() {
      for (byte b : text) {
        if (!space(b)) {
          return false;
        }
      }
      return true;
    }

    private static boolean space(byte b) {
      return b >= 0 && b <= ' ';
    }
  }

  /** The next line that has more than spaces. */
  Optional<Line> next() throws IOException {
    while (at < end || fill()) {
      number++;
      Line line = line();
      if (!line.blank()) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** What comes after a line that was taken, that line included; blank ones keep their number. */
  InputStream from(Line line) {
    byte[] before = new byte[line.number - 1 + line.text.length + (cut ? 0 : 1)];
    java.util.Arrays.fill(before, (byte) '\n');
    System.arraycopy(line.text, 0, before, line.number - 1, line.text.length);
    return new SequenceInputStream(
        new ByteArrayInputStream(before),
        new SequenceInputStream(new ByteArrayInputStream(buffer, at, end - at), in));
  }

  private Line line() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(32, end - at));
    boolean tooLong = false;
    do {
      int stop = at;
      while (stop < end && buffer[stop] != '\n') {
        stop++;
      }
      if (out.size() + stop - at <= Limits.DOCUMENT_BYTES) {
        out.write(buffer, at, stop - at);
      } else {
        tooLong = true;
      }
      at = stop;
    } while (at == end && fill());
    cut = at == end;
    at += cut ? 0 : 1;
    return new Line(number, out.toByteArray(), tooLong);
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
