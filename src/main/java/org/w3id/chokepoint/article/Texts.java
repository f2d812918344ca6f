package org.w3id.chokepoint.article;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes to text, or the reason why they are none. */
final class Texts {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Texts() {}

  /** Text that was decoded, or a complaint with its line (0: the whole file). */
  sealed interface Decoded {
    record Text(String text) implements Decoded {}

    record Trouble(int line, String reason) implements Decoded {}
  }

  /** Strict UTF-8; a byte order mark is dropped. */
  static Decoded decode(byte[] bytes) {
    if (bytes.length == 0) {
      return new Decoded.Trouble(0, "the file is empty; give it a text or leave it out");
    }
    int binary = binaryAt(bytes);
    if (binary >= 0) {
      return new Decoded.Trouble(
          0,
          "the file is binary, not text (control byte at offset "
              + binary
              + "); convert it to text first");
    }
    boolean marked = bytes.length >= 3 && Arrays.equals(Arrays.copyOf(bytes, 3), MARK);
    ByteBuffer buffer = ByteBuffer.wrap(bytes, marked ? 3 : 0, bytes.length - (marked ? 3 : 0));
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(buffer)
              .toString();
      return text.isBlank()
          ? new Decoded.Trouble(
              0, "the file has nothing but white space; give it a text or leave it out")
          : new Decoded.Text(text);
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < buffer.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      return new Decoded.Trouble(line, "the bytes are not valid UTF-8; save the file as UTF-8");
    }
  }

  /** Offset of the first byte that no text has, -1 where there is none. */
  private static int binaryAt(byte[] bytes) {
    for (int i = 0; i < Math.min(bytes.length, 8192); i++) {
      int b = bytes[i];
      if (b >= 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        return i;
      }
    }
    return -1;
  }
}
