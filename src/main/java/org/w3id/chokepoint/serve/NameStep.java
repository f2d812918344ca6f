package org.w3id.chokepoint.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * {@code /sparql} is short for {@code /chokepoint/sparql}. A GET without a query gets the service
 * description, and a browser, which prefers HTML, the query page.
 */
final class NameStep implements HttpStep {
  /** Path of the service description; no client asks for it by this name. */
  static final String DESCRIPTION = "/-/service-description";

  private static final Set<String> QUERY_PATHS =
      Set.of("/sparql", "/chokepoint/sparql", "/chokepoint-asserted/sparql");
  private static final List<String> FORMATS =
      List.of(
          "application/sparql-results+json",
          "application/json",
          "text/turtle",
          "application/sparql-results+xml",
          "text/csv",
          "text/tab-separated-values",
          "application/ld+json",
          "application/n-triples",
          "application/rdf+xml",
          "text/html");

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
    } else if (get && QUERY_PATHS.contains(path) && request.getParameter("query") == null) {
      request.getRequestDispatcher(DESCRIPTION).forward(request, response);
    } else if (QUERY_PATHS.contains(path)) {
      rest.doFilter(new Renamed(request), response);
    } else {
      rest.doFilter(request, response);
    }
  }

  private boolean prefersPage(HttpServletRequest request) {
    return pages
        && request.getParameter("format") == null
        && Accept.parse(request.getHeader("Accept"))
            .best(FORMATS)
            .filter("text/html"::equals)
            .isPresent();
  }

  private static final class Renamed extends HttpServletRequestWrapper {
    Renamed(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getRequestURI() {
      String path = super.getRequestURI();
      return path.equals("/sparql") ? "/chokepoint/sparql" : path;
    }

    /** Fuseki knows no HEAD for queries; Jetty leaves the body out by itself. */
    @Override
    public String getMethod() {
      return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
    }

    @Override
    public String getServletPath() {
      return getRequestURI();
    }
  }
}
