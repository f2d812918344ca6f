package org.w3id.chokepoint.article;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What a form yields before the rules that all forms share.
 *
 * @param id the document's own
 */
record Draft(Form form, Optional<String> id, Laid text, Metadata about) {

  /** The article, or why it is none. */
  Reading reading(Origin origin) {
    String body = text.body();
    if (CleanText.of(body).text().isBlank()) {
      return origin.rejected("it has no text; give it a body or leave it out");
    }
    if (body.length() > Limits.BODY_CHARACTERS) {
      return origin.rejected(
          "its body has %,d characters, more than %,d; split it into articles"
              .formatted(body.length(), Limits.BODY_CHARACTERS));
    }
    int broken = halfCharacter(body);
    if (broken >= 0) {
      return origin.rejected(
          "half a character (a lone surrogate) at offset " + broken + "; mend the text");
    }
    Optional<String> foreign = Languages.foreign(body);
    if (foreign.isPresent()) {
      return origin.rejected(
          "it is in %s; only English is read so far, leave it out".formatted(foreign.get()));
    }
    Optional<String> url = about.url().or(origin::url).filter(Draft::address);
    Optional<LocalDate> day = url.flatMap(Days::inUrl).or(() -> Days.named(origin.name()));
    Metadata known =
        new Metadata(
            about.title().map(Escapes::undone).map(Draft::line).filter(t -> !t.isEmpty()),
            about.published().or(() -> day),
            about.modified(),
            about.outlet().map(Draft::line).filter(t -> !t.isEmpty()),
            about.authors().stream().map(Draft::line).filter(a -> !a.isEmpty()).distinct().toList(),
            url,
            about.language());
    String name = id.map(Draft::line).filter(i -> !i.isEmpty()).orElse(origin.name());
    return new Reading.Accepted(Article.of(name, origin.file(), origin.line(), form, text, known));
  }

  /** What is said of an article is one line of whole characters. */
  private static String line(String text) {
    return CleanText.of(text).text().replaceAll("\\s+", " ").strip();
  }

  private static boolean address(String url) {
    return url.length() <= 2000 && url.matches("https?://[^\\s<>\"{}|\\\\^`\\p{Cntrl}]+");
  }

  private static int halfCharacter(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (i + 1 == text.length()
            || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
          return i;
        }
        i++;
      }
    }
    return -1;
  }
}
