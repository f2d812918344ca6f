package org.w3id.chokepoint.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

/** Refuses what is too large, and methods that would write, before anything of it is used. */
final class SizeStep implements HttpStep {
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

  /** So much of a body is read away: who is still sending would not see the answer. */
  private static final long DRAINED = 8L << 20;

  private final long most;

  SizeStep(long most) {
    this.most = most;
  }

  @Override
  public void step(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    boolean sized = request.getContentLengthLong() >= 0;
    boolean post = request.getMethod().equals("POST");
    if (!METHODS.contains(request.getMethod())) {
      response.setHeader("Allow", "GET, HEAD, POST, OPTIONS");
      HttpStep.fail(request, response, Problem.of(405, "This server is read-only."));
    } else if (request.getContentLengthLong() > most) {
      if (request.getContentLengthLong() <= DRAINED) {
        request.getInputStream().transferTo(OutputStream.nullOutputStream());
      }
      HttpStep.fail(
          request, response, Problem.of(413, "The body is larger than " + most + " bytes."));
    } else if (coded(request)) {
      // A few bytes of gzip can stand for gigabytes.
      HttpStep.fail(request, response, Problem.of(415, "Send the body without Content-Encoding."));
    } else if (post && !sized) {
      HttpStep.fail(request, response, Problem.of(411, "Send the body with a Content-Length."));
    } else {
      rest.doFilter(request, response);
    }
  }

  private static boolean coded(HttpServletRequest request) {
    String coding = request.getHeader("Content-Encoding");
    return coding != null && !coding.equalsIgnoreCase("identity");
  }
}
