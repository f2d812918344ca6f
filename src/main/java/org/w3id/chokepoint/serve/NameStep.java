package org.w3id.chokepoint.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code /sparql} is short for {@code /chokepoint/sparql}. A GET without a query gets the service
 * description, and a browser, which prefers HTML, the query page.
 */
final class NameStep implements HttpStep {
  /** Path of the service description; no client asks for it by this name. */
  static final String DESCRIPTION = "/-/service-description";

  /** Path of the graph store. */
  static final String GRAPH_STORE = "/chokepoint/get";

  private static final Set<String> QUERY_PATHS =
      Set.of("/sparql", "/chokepoint/sparql", "/chokepoint-asserted/sparql");
  private static final Set<String> GRAPH_PATHS = Set.of(GRAPH_STORE, "/chokepoint-asserted/get");
  private static final Set<String> MANNERS = Set.of("format", "output", "force");
  private static final List<String> FORMATS = new ArrayList<>(ServiceRequest.ROWS);

  static {
    FORMATS.addAll(ServiceRequest.GRAPHS);
    FORMATS.add("text/html");
  }

  private final boolean pages;

  NameStep(boolean pages) {
    this.pages = pages;
  }

  @Override
  public void step(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    boolean get = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (get && QUERY_PATHS.contains(path) && prefersPage(request)) {
      String query = request.getQueryString();
      response.setStatus(303);
      response.setHeader("Location", "/query" + (query == null ? "" : "?" + query));
    } else if (get && QUERY_PATHS.contains(path) && asksNothing(request)) {
      request.getRequestDispatcher(DESCRIPTION).forward(request, response);
    } else if (QUERY_PATHS.contains(path) || path.equals("/chokepoint")) {
      String name = path.equals("/sparql") ? "/chokepoint/sparql" : path;
      rest.doFilter(new ServiceRequest(request, name), new PlainResponse(response));
    } else if (get && GRAPH_PATHS.contains(path)) {
      ServiceRequest.choose(request, ServiceRequest.GRAPHS);
      rest.doFilter(new ServiceRequest(request, path), new PlainResponse(response));
    } else if (get && path.startsWith(GRAPH_STORE + "/")) {
      ServiceRequest.choose(request, ServiceRequest.GRAPHS);
      rest.doFilter(new DirectGraph(request), new PlainResponse(response));
    } else if (path.startsWith("/chokepoint")) {
      rest.doFilter(request, new PlainResponse(response));
    } else {
      rest.doFilter(request, response);
    }
  }

  /** Anything but a wish for a format makes it a query, if a wrong one. */
  private static boolean asksNothing(HttpServletRequest request) {
    return MANNERS.containsAll(request.getParameterMap().keySet());
  }

  private boolean prefersPage(HttpServletRequest request) {
    return pages
        && request.getParameter("format") == null
        && Accept.of(request).best(FORMATS).filter("text/html"::equals).isPresent();
  }
}
