package org.w3id.chokepoint.text.parser;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Reads the sections of a mapped file in the order in which {@link FlatWriter} wrote them. */
final class FlatFile {
  private final ByteBuffer bytes;

  FlatFile(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      bytes =
          channel
              .map(FileChannel.MapMode.READ_ONLY, 0, channel.size())
              .order(ByteOrder.LITTLE_ENDIAN);
    }
  }

  LongBuffer longs() {
    return section(8 * Math.toIntExact(bytes.getLong())).asLongBuffer();
  }

  long[] array() {
    LongBuffer from = longs();
    long[] out = new long[from.remaining()];
    from.get(out);
    return out;
  }

  /** Floats in rows of a length that is even. */
  float[][] rows(int length) {
    float[][] out = new float[Math.toIntExact(bytes.getLong()) / length][length];
    FloatBuffer from = section(4 * out.length * length).asFloatBuffer();
    for (float[] row : out) {
      from.get(row);
    }
    return out;
  }

  List<String> strings() {
    int length = Math.toIntExact(bytes.getLong());
    ByteBuffer text = section(length + (-length & 7)).limit(length);
    return List.of(StandardCharsets.UTF_8.decode(text).toString().split("\n", -1));
  }

  private ByteBuffer section(int length) {
    ByteBuffer out = bytes.slice(bytes.position(), length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(bytes.position() + length);
    return out;
  }
}
