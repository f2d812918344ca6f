package org.w3id.chokepoint.text;

import java.util.List;
import org.w3id.chokepoint.article.Article;

/** Finds sentences, words, parts of speech, names and syntax. Safe for use by several threads. */
public interface Annotator {
  /** The sentences of the body, in order. */
  List<Sentence> annotate(Article article);

  /**
   * The same sentences and words with the syntax that they have when each unit is read as one word.
   * Inside a unit every word hangs on the last.
   */
  List<Sentence> reparse(List<Sentence> sentences, List<Unit> units);
}
