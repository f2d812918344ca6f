package org.w3id.chokepoint.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Outermost: every error leaves as problem JSON (RFC 9457) or as a page, whoever raised it. */
final class ErrorStep implements HttpStep {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorStep.class);

  private final Site site;

  ErrorStep(Site site) {
    this.site = site;
  }

  @Override
  public void step(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    ErrorCapture capture = new ErrorCapture(response);
    try {
      rest.doFilter(request, capture);
    } catch (IOException e) {
      throw e;
    } catch (ServletException | RuntimeException | StackOverflowError e) {
      LOG.error("{} {}", request.getMethod(), request.getRequestURI(), e);
      if (response.isCommitted()) {
        // The client must not take the part that went out for the whole.
        throw new IOException("the answer broke off");
      }
      capture.setStatus(500);
    }
    if (capture.failed() && !response.isCommitted()) {
      write(problem(request, capture), request, response);
    }
  }

  private static Problem problem(HttpServletRequest request, ErrorCapture capture) {
    if (request.getAttribute(Problem.class.getName()) instanceof Problem problem) {
      return problem;
    }
    int status = capture.getStatus();
    String text = capture.text().strip();
    if (status == 503) {
      return Problem.temporary(503, "The query took too long; narrow it or add LIMIT.", 10);
    } else if (status >= 500) {
      return Problem.of(status, "The server could not answer; the operator finds more in its log.");
    } else if (status == 404 && text.isEmpty()) {
      return Problem.of(404, "There is nothing at " + request.getRequestURI() + ".");
    }
    return Problem.of(status, text.isEmpty() ? "The request cannot be answered." : text);
  }

  private void write(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.resetBuffer();
    response.setStatus(problem.status());
    response.setHeader("ETag", null);
    response.setHeader("Cache-Control", "no-store");
    problem
        .retryAfter()
        .ifPresent(seconds -> response.setHeader("Retry-After", Integer.toString(seconds)));
    boolean page =
        Accept.of(request)
            .best(List.of("application/problem+json", "application/json", "text/html"))
            .filter("text/html"::equals)
            .isPresent();
    response.setContentType(
        page ? "text/html;charset=utf-8" : "application/problem+json;charset=utf-8");
    String body = page ? site.page(problem) : problem.toJson();
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }
}
