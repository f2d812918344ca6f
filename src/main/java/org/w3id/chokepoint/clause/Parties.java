package org.w3id.chokepoint.clause;

import java.util.Optional;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Who does what an infinitive tells, by the noun or verb that it hangs on. */
record Parties(ModalityLexicon words) {

  /** "relies on X to make", "hired X to make": X makes; but "used chips to make". */
  Optional<Token> charged(Sentence s, Token verb) {
    if (words.reliance().contains(verb.lemma())) {
      return new NounPhrase(s, verb).after("on").stream().findFirst();
    }
    return words.commissioning().contains(verb.lemma())
        ? s.child(verb, "dobj", "nsubjpass").filter(t -> t.is("NNP"))
        : Optional.empty();
  }

  /** "a plan by X to build": X builds, also where the parser hangs "by" on the verb. */
  Optional<Token> planner(Sentence s, Token noun) {
    return words.infinitiveNoun(noun.lemma()) ? owner(s, noun) : Optional.empty();
  }

  static Optional<Token> owner(Sentence s, Token noun) {
    int next = noun.index() + 1;
    return s.child(noun, "poss")
        .or(() -> new NounPhrase(s, noun).after("by").stream().findFirst())
        .or(
            () ->
                next < s.tokens().size() && s.tokens().get(next).lemma().equals("by")
                    ? s.child(s.tokens().get(next), "pobj")
                    : Optional.empty())
        .or(
            () ->
                s.children(noun, "compound", "nmod", "amod").stream()
                    .filter(t -> t.entity().matches(".-(GPE|NORP|ORG)"))
                    .findFirst());
  }

  /** "a loan to X to produce", "an agreement with X to invest": X does it. */
  Optional<Token> party(Sentence s, Token noun) {
    NounPhrase phrase = new NounPhrase(s, noun);
    return Stream.of("with", "to")
        .flatMap(
            p ->
                Stream.concat(
                    phrase.after(p).stream(),
                    phrase.after("of").stream()
                        .flatMap(t -> new NounPhrase(s, t).after(p).stream())))
        .filter(t -> words.granted().contains(noun.lemma()))
        .findFirst();
  }
}
