package org.w3id.chokepoint.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Headers that every answer carries: browser security, and open reading from any origin. */
final class HeaderStep implements HttpStep {
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'"
          + " data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  @Override
  public void step(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "ETag, Link, Retry-After");
    if (request.getMethod().equals("OPTIONS")) {
      boolean query = request.getRequestURI().matches("/(sparql|chokepoint(-asserted)?(/sparql)?)");
      String allowed = query ? "GET, HEAD, POST, OPTIONS" : "GET, HEAD, OPTIONS";
      response.setHeader("Allow", allowed);
      response.setHeader("Access-Control-Allow-Methods", allowed);
      response.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match");
      response.setHeader("Access-Control-Max-Age", "86400");
      response.setStatus(204);
      return;
    }
    rest.doFilter(request, response);
  }
}
