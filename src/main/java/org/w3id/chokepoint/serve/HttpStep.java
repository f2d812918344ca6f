package org.w3id.chokepoint.serve;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A filter for HTTP, which is all that reaches us. */
interface HttpStep extends Filter {
  /** Handles the request or passes it on. */
  void step(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws IOException, ServletException;

  @Override
  default void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    step((HttpServletRequest) request, (HttpServletResponse) response, chain);
  }

  /** Ends the request with a problem; {@link ErrorStep} writes it. */
  static void fail(HttpServletRequest request, HttpServletResponse response, Problem problem) {
    request.setAttribute(Problem.class.getName(), problem);
    response.setStatus(problem.status());
  }
}
