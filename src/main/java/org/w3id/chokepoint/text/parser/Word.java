package org.w3id.chokepoint.text.parser;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * All that follows from the form of a word alone. Made once for a form and shared.
 *
 * @param simplified NLP4J's simplified form: digits collapsed, links replaced
 * @param prints by ordinal of {@link Slot}; {@link Print#NONE} where it depends on the sentence
 * @param ambiguity hashes of the tags that the word may have
 * @param clusters hashes of its Brown clusters, in NLP4J's order
 * @param opening hashes of its orthographic features where it opens a sentence
 * @param inside the same elsewhere
 * @param lemmas by index of the tag, filled when asked for
 */
record Word(
    String simplified,
    Print[] prints,
    long[] ambiguity,
    long[] clusters,
    long[] opening,
    long[] inside,
    @Nullable Lemma[] lemmas) {

  /** No word: the root. */
  static final Word NONE = none();

  private static Word none() {
    Print[] prints = new Print[Slot.COUNT];
    Arrays.fill(prints, Print.NONE);
    long[] nothing = {};
    return new Word("", prints, nothing, nothing, nothing, nothing, new Lemma[0]);
  }

  /** A dictionary form with its fingerprint. */
  record Lemma(String text, Print print) {}
}
