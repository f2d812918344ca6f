package org.w3id.chokepoint.serve;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.jena.fuseki.servlets.ActionErrorException;

/** Keeps an answer in memory up to a number of bytes; what writes beyond that is stopped. */
final class HeldResponse extends HttpServletResponseWrapper {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final int most;
  private boolean tooLong;

  HeldResponse(HttpServletResponse response, int most) {
    super(response);
    this.most = most;
  }

  boolean tooLong() {
    return tooLong;
  }

  /** Sends what was held. */
  void release() throws IOException {
    if (bytes.size() > 0) {
      getResponse().setContentLength(bytes.size());
      bytes.writeTo(getResponse().getOutputStream());
    }
  }

  @Override
  public ServletOutputStream getOutputStream() {
    return new Held();
  }

  @Override
  public PrintWriter getWriter() {
    return new PrintWriter(new Held(), true, StandardCharsets.UTF_8);
  }

  @Override
  public void flushBuffer() {
    // Nothing goes out before all is there.
  }

  @Override
  public void resetBuffer() {
    bytes.reset();
  }

  @Override
  public void reset() {
    bytes.reset();
    super.reset();
  }

  private final class Held extends HeldStream {
    @Override
    public void write(byte[] from, int offset, int length) {
      if (tooLong) {
        return; // Fuseki's own words for the error; ours come later
      }
      if (length > most - bytes.size()) {
        tooLong = true;
        // Fuseki takes any other exception for a failure of its own, and logs it.
        throw new ActionErrorException(422, "The answer is too long.", null);
      }
      bytes.write(from, offset, length);
    }
  }
}
