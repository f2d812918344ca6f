package org.w3id.chokepoint.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An error as the client sees it (RFC 9457): what went wrong in the client's words, no exception
 * text.
 *
 * @param status HTTP status, 400 to 599
 * @param detail what to do about it, one or two sentences
 * @param retryAfter seconds after which trying again makes sense
 * @param near names of things that may have been meant
 */
public record Problem(int status, String detail, Optional<Integer> retryAfter, List<String> near) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** An error that trying again does not mend. */
  public static Problem of(int status, String detail) {
    return new Problem(status, detail, Optional.empty(), List.of());
  }

  /** An error that passes. */
  public static Problem temporary(int status, String detail, int seconds) {
    return new Problem(status, detail, Optional.of(seconds), List.of());
  }

  /** The usual words for the status. */
  public String title() {
    return switch (status) {
      case 400 -> "Bad request";
      case 401 -> "Unauthorized";
      case 403 -> "Forbidden";
      case 404 -> "Not found";
      case 405 -> "Method not allowed";
      case 410 -> "Gone";
      case 406 -> "Not acceptable";
      case 413 -> "Too large";
      case 415 -> "Unsupported media type";
      case 422 -> "Cannot be answered";
      case 429 -> "Too many requests";
      case 503 -> "Not available now";
      default -> status < 500 ? "Request refused" : "Server error";
    };
  }

  /** The body of media type {@code application/problem+json}. */
  public String toJson() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", title());
    members.put("status", status);
    members.put("detail", detail);
    if (!near.isEmpty()) {
      members.put("near", near.stream().map(name -> "/id/" + name).toList());
    }
    try {
      return JSON.writeValueAsString(members) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers are always JSON", e);
    }
  }
}
