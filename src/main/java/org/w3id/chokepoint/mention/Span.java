package org.w3id.chokepoint.mention;

import java.util.List;
import org.w3id.chokepoint.text.CodePoints;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Neighbouring tokens of a sentence, {@code first} to {@code last}, both included. */
record Span(Sentence sentence, int first, int last) {

  List<Token> tokens() {
    return sentence.tokens().subList(first, last + 1);
  }

  int begin() {
    return sentence.tokens().get(first).begin();
  }

  int end() {
    return sentence.tokens().get(last).end();
  }

  String text() {
    return CodePoints.of(sentence.text())
        .slice(begin() - sentence.begin(), end() - sentence.begin());
  }

  /** The token that the rest of the span hangs on; the last one where the parser broke it up. */
  Token head() {
    return tokens().stream()
        .filter(t -> t.head() < first || t.head() > last)
        .reduce((a, b) -> b)
        .orElse(sentence.tokens().get(last));
  }

  Span to(int newLast) {
    return new Span(sentence, first, newLast);
  }

  Mention mention(Entity entity, Mention.Form form) {
    return new Mention(entity, form, sentence.index(), head().index(), begin(), end(), text());
  }
}
