package org.w3id.chokepoint.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Holds the answer of a query or of the graph store back until it is whole. One that grows too long
 * is an error in place of the answer; what goes out has its length in front, so that no client
 * takes a part for the whole when the connection breaks.
 */
final class ResultStep implements HttpStep {
  private final int most;

  ResultStep(int most) {
    this.most = most;
  }

  @Override
  public void step(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    if (!request.getRequestURI().startsWith("/chokepoint")) {
      rest.doFilter(request, response);
      return;
    }
    HeldResponse held = new HeldResponse(response, most);
    rest.doFilter(request, held);
    if (held.tooLong()) {
      HttpStep.fail(
          request,
          response,
          Problem.of(
              422,
              "The answer has more than "
                  + most
                  + " bytes; add LIMIT, narrow the question, or take everything from /dump/."));
    } else {
      held.release();
    }
  }
}
