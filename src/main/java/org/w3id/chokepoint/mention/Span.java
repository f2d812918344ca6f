package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.regex.Pattern;
import org.w3id.chokepoint.article.CodePoints;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Neighbouring tokens of a sentence, {@code first} to {@code last}, both included. */
record Span(Sentence sentence, int first, int last) {
  private static final Pattern ACRONYM_AND_STOP = Pattern.compile("([A-Z]{2,}|\\d+)\\.");

  List<Token> tokens() {
    return sentence.tokens().subList(first, last + 1);
  }

  int begin() {
    return sentence.tokens().get(first).begin();
  }

  /** The stop that ends a sentence is no part of an acronym before it. */
  int end() {
    Token token = sentence.tokens().get(last);
    if (last > first && last + 1 == sentence.tokens().size() && token.form().matches("[A-Z]\\.")) {
      return token.end() - 1; // "the Series X."
    }
    return ACRONYM_AND_STOP.matcher(token.form()).matches() ? token.end() - 1 : token.end();
  }

  String text() {
    String all = sentence.text();
    int from = begin() - sentence.begin();
    int to = end() - sentence.begin();
    boolean plain = all.length() == sentence.end() - sentence.begin();
    return plain ? all.substring(from, to) : CodePoints.of(all).slice(from, to);
  }

  /** The token that the rest of the span hangs on; the last one where the parser broke it up. */
  Token head() {
    return tokens().stream()
        .filter(t -> t.head() < first || t.head() > last)
        .reduce((a, b) -> b)
        .orElse(sentence.tokens().get(last));
  }

  /** "ROK" in "U.S.-ROK": a hyphen joins it to the word before. */
  boolean hyphenated() {
    return first > 1
        && sentence.tokens().get(first - 1).form().equals("-")
        && sentence.tokens().get(first - 1).end() == begin()
        && sentence.tokens().get(first - 1).begin() == sentence.tokens().get(first - 2).end();
  }

  Span to(int newLast) {
    return new Span(sentence, first, newLast);
  }

  /** Headed by its last token, as the tree is not asked for names alone. */
  Mention mention(Entity entity, Mention.Form form) {
    return mention(entity, form, last);
  }

  /** Headed by what the tree says. */
  Mention parsed(Entity entity, Mention.Form form) {
    return mention(entity, form, first == last ? last : head().index());
  }

  private Mention mention(Entity entity, Mention.Form form, int head) {
    return new Mention(entity, form, sentence.index(), head, begin(), end(), text());
  }
}
