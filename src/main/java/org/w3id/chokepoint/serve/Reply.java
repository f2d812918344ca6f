package org.w3id.chokepoint.serve;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a {@link Handler} answers. */
public sealed interface Reply {
  /** Writes the bytes of an answer. */
  @FunctionalInterface
  interface Body {
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Status 200.
   *
   * @param type media type, with charset where it is text
   * @param headers further headers by name
   */
  record Content(String type, Map<String, String> headers, Body body) implements Reply {}

  /**
   * Status 200, compressed ahead; unpacked for the client that does not take gzip.
   *
   * @param gzip the body
   */
  record Packed(String type, Map<String, String> headers, byte[] gzip) implements Reply {}

  /**
   * Look elsewhere.
   *
   * @param status 301, 302, 303, 307 or 308
   * @param location path on this host, or an absolute IRI
   */
  record Redirect(int status, String location, Map<String, String> headers) implements Reply {}

  /** It did not work. */
  record Failure(Problem problem) implements Reply {}

  /** Text with status 200. */
  static Reply text(String type, String text) {
    return new Content(
        type + ";charset=utf-8", Map.of(), out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** There is no such thing here. */
  static Reply notFound(String detail) {
    return new Failure(Problem.of(404, detail));
  }
}
