package org.w3id.chokepoint.text.parser;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes sections of 64-bit words, each with its length before it, for {@link FlatFile}. */
final class FlatWriter implements Closeable {
  private final OutputStream out;
  private final ByteBuffer word = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

  FlatWriter(Path file) throws IOException {
    out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20);
  }

  void longs(long[] values, int length) throws IOException {
    one(length);
    for (int i = 0; i < length; i++) {
      one(values[i]);
    }
  }

  void longs(long... values) throws IOException {
    longs(values, values.length);
  }

  /** An even number of floats. */
  void floats(float[] values, int length) throws IOException {
    one(length);
    for (int i = 0; i < length; i += 2) {
      long high = Float.floatToRawIntBits(values[i + 1]);
      one(high << 32 | Float.floatToRawIntBits(values[i]) & 0xFFFFFFFFL);
    }
  }

  void strings(List<String> values) throws IOException {
    byte[] text = String.join("\n", values).getBytes(StandardCharsets.UTF_8);
    one(text.length);
    out.write(text);
    out.write(new byte[-text.length & 7]);
  }

  private void one(long value) throws IOException {
    out.write(word.putLong(0, value).array());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
