package org.w3id.chokepoint.article;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a document says of its article.
 *
 * @param published the day in the document's own time zone
 * @param modified likewise
 * @param url the canonical address, http or https
 * @param language as the document declares it, an IETF tag such as "en-GB"
 */
public record Metadata(
    Optional<String> title,
    Optional<LocalDate> published,
    Optional<LocalDate> modified,
    Optional<String> outlet,
    List<String> authors,
    Optional<String> url,
    Optional<String> language) {
  /** Nothing is known. */
  public static final Metadata NONE = titled(Optional.empty());

  public Metadata {
    authors = List.copyOf(authors);
  }

  /** This, with what another source knows where this knows nothing. */
  public Metadata or(Metadata other) {
    return new Metadata(
        title.or(other::title),
        published.or(other::published),
        modified.or(other::modified),
        outlet.or(other::outlet),
        authors.isEmpty() ? other.authors : authors,
        url.or(other::url),
        language.or(other::language));
  }

  /** Nothing but a title. */
  static Metadata titled(Optional<String> title) {
    return new Metadata(
        title,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }
}
