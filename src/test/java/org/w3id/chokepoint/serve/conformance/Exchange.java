package org.w3id.chokepoint.serve.conformance;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A request of a W3C case and what has to come back.
 *
 * @param path from the first slash, with {@code $NAMES$} that an earlier answer fills
 * @param charset in which the body is sent
 * @param statuses such as 200 or 2xx; any one of them
 * @param expected headers and body of the answer, where the case tells them
 */
record Exchange(
    String method,
    String path,
    Map<String, String> headers,
    Optional<String> body,
    Charset charset,
    Set<String> statuses,
    Optional<Boolean> truth,
    Optional<String> format,
    Map<String, String> expectedHeaders,
    Optional<String> expected) {

  /** One case: its name in the manifest, what it needs first, and its requests in order. */
  record Case(
      String name, Map<String, String> graphs, List<Exchange> exchanges, Set<String> requires) {}

  boolean writes() {
    boolean update =
        headers.getOrDefault("content-type", "").contains("sparql-update")
            || body.orElse("").startsWith("update=");
    boolean graphStore = path.startsWith("/gsp") && !method.equals("GET") && !method.equals("HEAD");
    return update || graphStore;
  }

  boolean allows(int status) {
    return statuses.contains(Integer.toString(status)) || statuses.contains(status / 100 + "xx");
  }

  Exchange with(UnaryOperator<String> names) {
    return new Exchange(
        method,
        names.apply(path),
        headers,
        body.map(names),
        charset,
        statuses,
        truth,
        format,
        expectedHeaders,
        expected.map(names));
  }
}
