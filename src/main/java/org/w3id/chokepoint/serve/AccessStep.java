package org.w3id.chokepoint.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The access log, a line of JSON for each request. What people ask is their business: of a query it
 * has a hash, by which the same one is known again, and of an address neither parameters nor
 * client.
 */
final class AccessStep implements HttpStep {
  private static final Logger LOG = LoggerFactory.getLogger("chokepoint.access");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String QUERY = AccessStep.class.getName();

  /** Remembers the query that a request asks. */
  static void asks(HttpServletRequest request, String query) {
    request.setAttribute(QUERY, query);
  }

  @Override
  public void step(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws IOException, ServletException {
    long start = System.nanoTime();
    String path = request.getRequestURI();
    try {
      rest.doFilter(request, response);
    } finally {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("time", Instant.now().toString());
      line.put("method", request.getMethod());
      line.put("path", path);
      line.put("status", response.getStatus());
      line.put("ms", (System.nanoTime() - start) / 1_000_000);
      if (request.getAttribute(QUERY) instanceof String query) {
        line.put("query", hash(query));
      }
      write(line);
    }
  }

  private static void write(Map<String, Object> line) {
    try {
      // At the level that shows, whatever the operator thinks of the rest of the log.
      LOG.warn(JSON.writeValueAsString(line));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers are always JSON", e);
    }
  }

  static String hash(String query) {
    try {
      byte[] sum =
          MessageDigest.getInstance("SHA-256").digest(query.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sum, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
