package org.w3id.chokepoint.intake;

import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.Reading;

/** What became of one article, or of a document that has none. */
public sealed interface Taken {
  /**
   * An article not seen before.
   *
   * @param place where the sieve keeps it
   */
  record New(Article article, long place) implements Taken {}

  /**
   * A copy of an article seen before.
   *
   * @param of that article
   * @param likeness the share of word runs in common, 0 to 1
   */
  record Duplicate(Article article, Article of, double likeness) implements Taken {}

  /** No article. */
  record Refused(Reading.Rejected rejected) implements Taken {}
}
