package org.w3id.chokepoint.text;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.w3id.chokepoint.article.Article;

/** The real parser, loaded once for all tests of a run. */
public final class Parser {
  private static final class Holder {
    static final Nlp4jAnnotator ANNOTATOR = new Nlp4jAnnotator(Path.of("target"));
  }

  private Parser() {}

  /** The shared annotator. */
  public static Annotator annotator() {
    return Holder.ANNOTATOR;
  }

  /** An article of a test, published on Thursday 15 January 2026. */
  public static Article article(String body) {
    return Article.of(
        "test",
        "test.txt",
        body,
        Optional.empty(),
        Optional.of(LocalDate.of(2026, 1, 15)),
        Optional.empty(),
        Optional.empty());
  }
}
