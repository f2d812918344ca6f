package org.w3id.chokepoint.clause;

import java.util.List;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** "approved $5 billion of aid", "revoked some of the licenses": what a verb is really done to. */
record Measures(ModalityLexicon words) {
  /** The nouns behind "of" or "in" that an object counts or measures; names are none. */
  List<Token> of(Sentence s, Token object) {
    if (!counts(object)) {
      return List.of();
    }
    List<Token> out =
        Stream.concat(inside(s, object).stream(), beside(s, object).stream()).distinct().toList();
    // "hundreds of thousands of chips", "billions of dollars of aid"
    return out.stream()
        .flatMap(t -> counts(t) ? of(s, t).stream() : Stream.of(t))
        .filter(t -> t.tag().matches("NNS?"))
        .toList();
  }

  private boolean counts(Token noun) {
    return !noun.lemma().matches("percent|%")
        && (words.amount(noun) || words.quantifiers().contains(noun.lemma()));
  }

  private List<Token> inside(Sentence s, Token object) {
    NounPhrase phrase = new NounPhrase(s, object);
    return Stream.of("of", "in").flatMap(p -> phrase.after(p).stream()).toList();
  }

  /** "received 9 billion yen in subsidies": the phrase right behind may hang on the verb. */
  private static List<Token> beside(Sentence s, Token object) {
    int next = object.index() + 1;
    return next < s.tokens().size() && s.tokens().get(next).lemma().matches("of|in")
        ? s.children(s.tokens().get(next), "pobj")
        : List.of();
  }
}
