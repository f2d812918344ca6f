package org.w3id.chokepoint.serve;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as Fuseki should see it: the full name of the service, and in place of a list of
 * acceptable types the one that {@link Accept} has chosen, as Fuseki goes by its own order.
 */
class ServiceRequest extends HttpServletRequestWrapper {
  /** Types of RDF that Fuseki writes, the one we like best first. */
  static final List<String> GRAPHS =
      List.of(
          "text/turtle",
          "application/n-triples",
          "application/ld+json",
          "application/rdf+xml",
          "application/trig",
          "application/n-quads",
          "application/rdf+thrift");

  /** Types of rows and truth values that Fuseki writes. */
  static final List<String> ROWS =
      List.of(
          "application/sparql-results+json",
          "application/sparql-results+xml",
          "text/csv",
          "text/tab-separated-values",
          "application/json",
          "application/xml",
          "application/sparql-results+thrift");

  private static final String CHOSEN = ServiceRequest.class.getName();

  private final String path;

  ServiceRequest(HttpServletRequest request, String path) {
    super(request);
    this.path = path;
  }

  /** Has Fuseki answer in the best of {@code offered}; without one, in what it likes. */
  static void choose(HttpServletRequest request, List<String> offered) {
    request.setAttribute(CHOSEN, Accept.of(request).best(offered).orElse(offered.get(0)));
  }

  @Override
  public String getRequestURI() {
    return path;
  }

  @Override
  public String getServletPath() {
    return path;
  }

  /** Fuseki knows no HEAD for queries; Jetty leaves the body out by itself. */
  @Override
  public String getMethod() {
    return super.getMethod().equals("HEAD") ? "GET" : super.getMethod();
  }

  @Override
  public @Nullable String getHeader(String name) {
    return isChosen(name) ? String.valueOf(getAttribute(CHOSEN)) : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return isChosen(name)
        ? Collections.enumeration(List.of(String.valueOf(getAttribute(CHOSEN))))
        : super.getHeaders(name);
  }

  private boolean isChosen(String header) {
    return header.toLowerCase(Locale.ROOT).equals("accept") && getAttribute(CHOSEN) != null;
  }
}
