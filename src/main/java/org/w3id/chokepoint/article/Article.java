package org.w3id.chokepoint.article;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A news text as it was given.
 *
 * @param id the input's own id, else its file name without extension
 * @param file where it came from, as the user named it
 * @param body the text; all offsets elsewhere count its Unicode code points, end exclusive
 * @param sha256 64 hex digits over the UTF-8 bytes of the body and of the metadata that came with
 *     it, so that an unchanged hash means an unchanged reading
 */
public record Article(
    String id,
    String file,
    String body,
    Optional<String> title,
    Optional<LocalDate> published,
    Optional<String> outlet,
    Optional<String> url,
    String sha256) {}
