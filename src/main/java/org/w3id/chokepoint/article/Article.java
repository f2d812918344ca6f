package org.w3id.chokepoint.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A news text as it was given.
 *
 * @param id the input's own id, else its file name without extension
 * @param file where it came from, as the user named it
 * @param body the text; all offsets elsewhere count its Unicode code points, end exclusive
 * @param sha256 64 hex digits over the UTF-8 bytes of the body
 * @param fingerprint 64 hex digits over body and metadata: the same fingerprint means the same
 *     reading
 */
public record Article(
    String id,
    String file,
    String body,
    Optional<String> title,
    Optional<LocalDate> published,
    Optional<String> outlet,
    Optional<String> url,
    String sha256,
    String fingerprint) {

  /** An article with its hashes. */
  public static Article of(
      String id,
      String file,
      String body,
      Optional<String> title,
      Optional<LocalDate> published,
      Optional<String> outlet,
      Optional<String> url) {
    String all =
        String.join(
            "\u0000",
            id,
            body,
            title.orElse(""),
            published.map(LocalDate::toString).orElse(""),
            outlet.orElse(""),
            url.orElse(""));
    return new Article(id, file, body, title, published, outlet, url, hash(body), hash(all));
  }

  private static String hash(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
