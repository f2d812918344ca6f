package org.w3id.chokepoint.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Binds the request to the newest snapshot, and answers 304 where the client has that snapshot's
 * answer already: everything we serve is a function of the snapshot and the request.
 */
final class BindingStep implements HttpStep {
  private final Live live;

  BindingStep(Live live) {
    this.live = live;
  }

  @Override
  public void step(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    if (request.getRequestURI().startsWith("/health/")) {
      rest.doFilter(request, response);
      return;
    }
    try {
      Optional<Served> served = live.bind();
      if (served.isEmpty()) {
        HttpStep.fail(request, response, Problem.temporary(503, "The data is being loaded.", 2));
        return;
      }
      // Weak, because one tag stands for every format and compression of an answer.
      String tag = "W/\"" + served.get().name() + "\"";
      response.setHeader("ETag", tag);
      response.setHeader("Cache-Control", "public, max-age=0, must-revalidate");
      response.setHeader("Vary", "Accept, Accept-Encoding");
      if (reads(request) && known(request.getHeader("If-None-Match"), tag)) {
        response.setStatus(304);
      } else {
        rest.doFilter(request, response);
      }
    } finally {
      live.unbind();
    }
  }

  private static boolean reads(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  private static boolean known(@Nullable String header, String tag) {
    return header != null
        && Arrays.stream(header.split(",")).map(String::strip).anyMatch(tag::equals);
  }
}
