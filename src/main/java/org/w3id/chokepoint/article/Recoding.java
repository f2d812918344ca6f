package org.w3id.chokepoint.article;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.MalformedInputException;
import org.apache.commons.io.input.ReaderInputStream;

/** Text in another encoding as UTF-8, while it is read. */
final class Recoding {
  private Recoding() {}

  static InputStream utf8(InputStream in, String charset) throws IOException {
    java.io.Reader reader =
        new java.io.InputStreamReader(
            in,
            Charset.forName(charset)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
    InputStream plain = ReaderInputStream.builder().setReader(reader).setCharset("UTF-8").get();
    return new java.io.FilterInputStream(plain) {
      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
          return super.read(buffer, offset, length);
        } catch (MalformedInputException e) {
          throw new BadDocument("the bytes are not valid " + charset + "; save the file as UTF-8");
        }
      }
    };
  }
}
