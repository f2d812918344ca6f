package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3id.chokepoint.text.Sentence;

/**
 * Words that an article also writes small: "our Allies" beside "allies" is no name, unless more
 * than the recogniser says so.
 */
final class Common {
  private static final Set<String> KINDS = Set.of("Company", "Place", "Facility", "Person");

  private final String text;

  Common(List<Sentence> sentences) {
    this.text = sentences.stream().map(Sentence::text).collect(Collectors.joining(" "));
  }

  /** Whether a candidate is such a word or phrase. */
  boolean noun(Candidate c) {
    String small = c.span().text().toLowerCase(Locale.ROOT);
    return c.bare()
        && KINDS.contains(c.kind())
        && text.contains(small)
        && Pattern.compile("(?<![\\w-])" + Pattern.quote(small) + "(?![\\w-])")
            .matcher(text)
            .find();
  }
}
