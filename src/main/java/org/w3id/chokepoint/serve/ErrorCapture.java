package org.w3id.chokepoint.serve;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Keeps back the body of an error answer, so that a better one can be written. */
final class ErrorCapture extends HttpServletResponseWrapper {
  private static final int MOST = 4096;

  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private boolean failed;

  ErrorCapture(HttpServletResponse response) {
    super(response);
  }

  boolean failed() {
    return failed;
  }

  /** The first few thousand bytes of what the error answer would have said. */
  String text() {
    return held.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void setStatus(int status) {
    failed = status >= 400;
    super.setStatus(status);
  }

  @Override
  public void sendError(int status) {
    setStatus(status);
  }

  @Override
  public void sendError(int status, String message) {
    setStatus(status);
  }

  @Override
  public void setContentLength(int length) {
    setContentLengthLong(length);
  }

  @Override
  public void setContentLengthLong(long length) {
    if (!failed) {
      super.setContentLengthLong(length);
    }
  }

  @Override
  public void flushBuffer() throws IOException {
    if (!failed) {
      super.flushBuffer();
    }
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    return failed ? new Held() : super.getOutputStream();
  }

  @Override
  public PrintWriter getWriter() throws IOException {
    return failed ? new PrintWriter(new Held(), true, StandardCharsets.UTF_8) : super.getWriter();
  }

  private final class Held extends HeldStream {
    @Override
    public void write(byte[] from, int offset, int length) {
      held.write(from, offset, Math.min(length, MOST - held.size()));
    }
  }
}
