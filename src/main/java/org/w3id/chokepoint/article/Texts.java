package org.w3id.chokepoint.article;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes to text, strictly: what an encoding does not allow is a complaint with its line. */
final class Texts {
  private static final Pattern DECLARED =
      Pattern.compile("(?i)(?:charset|encoding)\\s*=\\s*[\"']?([\\w.:-]+)");
  private static final int HEAD = 4096;

  private Texts() {}

  /** All bytes of a document; too many are none. */
  static byte[] all(InputStream in) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      if (out.size() > Limits.DOCUMENT_BYTES) {
        throw new BadDocument(
            "it is larger than "
                + Limits.documentSize()
                + "; split it into articles, for example as JSON Lines");
      }
    }
    return out.toByteArray();
  }

  /** UTF-8. */
  static String utf8(byte[] bytes) throws BadDocument {
    return decode(bytes, StandardCharsets.UTF_8);
  }

  /** A page or feed in the encoding that it, or else its carrier, declares; else in UTF-8. */
  static String declared(byte[] bytes, Optional<String> carrier) throws BadDocument {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher own = DECLARED.matcher(head);
    Optional<String> name = own.find() ? Optional.of(own.group(1)) : carrier;
    Charset charset = name.flatMap(Texts::charset).orElse(StandardCharsets.UTF_8);
    return decode(bytes, charset);
  }

  private static Optional<Charset> charset(String name) {
    try {
      Charset found = Charset.forName(name.equalsIgnoreCase("iso-8859-1") ? "windows-1252" : name);
      boolean wide = found.name().startsWith("UTF-16") || found.name().startsWith("UTF-32");
      return wide ? Optional.empty() : Optional.of(found);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static String decode(byte[] bytes, Charset charset) throws BadDocument {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return charset
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(
              charset.equals(StandardCharsets.UTF_8)
                  ? CodingErrorAction.REPORT
                  : CodingErrorAction.REPLACE)
          .decode(buffer)
          .toString();
    } catch (CharacterCodingException e) {
      int line = 1;
      for (int i = 0; i < buffer.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      throw new BadDocument(
          line, "the bytes are not valid " + charset.name() + "; save the file as UTF-8");
    }
  }
}
