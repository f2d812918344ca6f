package org.w3id.chokepoint.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;

/**
 * Bounds the requests in work, for all clients together and for each network address, of which a
 * quarter may be queries, as these can keep a processor busy. Probes pass always. Behind a proxy
 * all clients share one address; set the bounds alike there.
 */
final class AdmissionStep implements HttpStep {
  private static final int QUERIES = 4;

  private static final Pattern QUERY = Pattern.compile("/(sparql|query|explain|mcp|chokepoint)");

  private final Semaphore places;
  private final int perClient;
  private final ConcurrentHashMap<String, Integer> clients = new ConcurrentHashMap<>();

  AdmissionStep(int all, int perClient) {
    this.places = new Semaphore(all);
    this.perClient = perClient;
  }

  @Override
  public void step(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    if (request.getRequestURI().startsWith("/health/")) {
      rest.doFilter(request, response);
      return;
    }
    String client = request.getRemoteAddr();
    boolean query = QUERY.matcher(request.getRequestURI()).lookingAt();
    if (!query) {
      admit(client, perClient, request, response, rest);
    } else {
      admit("query " + client, Math.max(1, perClient / QUERIES), request, response, rest);
    }
  }

  private void admit(
      String client,
      int most,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain rest)
      throws IOException, ServletException {
    try {
      if (clients.merge(client, 1, Integer::sum) > most) {
        HttpStep.fail(
            request,
            response,
            Problem.temporary(429, "At most " + most + " requests at once, please.", 1));
      } else if (!places.tryAcquire()) {
        HttpStep.fail(request, response, Problem.temporary(503, "All places are taken.", 2));
      } else {
        try {
          rest.doFilter(request, response);
        } finally {
          places.release();
        }
      }
    } finally {
      clients.compute(client, (name, count) -> count == null || count <= 1 ? null : count - 1);
    }
  }
}
