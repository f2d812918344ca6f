package org.w3id.chokepoint.serve;

import java.util.Map;
import java.util.Optional;

/**
 * A GET request, without the transport.
 *
 * @param address the whole of it as the client wrote it, without query string
 * @param path from the first slash, still percent-encoded, without query string
 * @param parameters first value of each query parameter
 * @param accept media ranges the client wants
 * @param served the snapshot to answer from
 */
public record Question(
    String address, String path, Map<String, String> parameters, Accept accept, Served served) {
  /** A query parameter that is present and not blank. */
  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).map(String::strip).filter(v -> !v.isEmpty());
  }

  /** Scheme, host and port that the client asked, such as {@code https://data.example}. */
  public String origin() {
    return address.replaceFirst("^([a-z]+://[^/]*).*", "$1");
  }

  /** What follows {@code prefix} in the path. */
  public String rest(String prefix) {
    return path.startsWith(prefix) ? path.substring(prefix.length()) : "";
  }

  /** A page number from 1, at most 100,000; 1 where it is missing or no number. */
  public int page() {
    return page("page");
  }

  /** The same for one of several lists on a page. */
  public int page(String parameter) {
    return parameter(parameter)
        .filter(text -> text.matches("[1-9][0-9]{0,4}"))
        .map(Integer::parseInt)
        .orElse(1);
  }
}
