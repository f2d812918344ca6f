package org.w3id.chokepoint.serve;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;
import java.util.Set;

/** A response without what Fuseki says of itself, and with our own rules for caches. */
final class PlainResponse extends HttpServletResponseWrapper {
  private static final Set<String> OURS = Set.of("cache-control", "pragma", "expires", "vary");

  PlainResponse(HttpServletResponse response) {
    super(response);
  }

  private static boolean passes(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return !name.startsWith("fuseki") && !name.equals("server") && !OURS.contains(name);
  }

  @Override
  public void setHeader(String name, String value) {
    if (passes(name)) {
      super.setHeader(name, value);
    }
  }

  @Override
  public void addHeader(String name, String value) {
    if (passes(name)) {
      super.addHeader(name, value);
    }
  }
}
