package org.w3id.chokepoint.clause;

import java.util.List;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** The prepositional phrases of a word, each an argument by the name of its preposition. */
record Prepositions(ModalityLexicon words) {

  /** "the chips X relies on": the noun that the clause is of. */
  void stranded(Sentence s, Token verb, List<Argument> out) {
    boolean contact = verb.relation().equals("relcl") && s.children(verb, "dobj").isEmpty();
    for (Token p : contact ? s.children(verb, "prep") : List.<Token>of()) {
      if (s.children(p).isEmpty() && p.index() > verb.index()) {
        s.head(verb).ifPresent(noun -> out.add(new Argument(p.lemma(), noun, "relative")));
      }
    }
  }

  /** Phrases behind a stretch of time belong to what it dates: "over four years in Ohio". */
  void add(Sentence s, Token from, String how, List<Argument> out) {
    for (Token p : s.children(from, "prep")) {
      // "trained on X, not on Y"
      if (!s.children(p, "neg").isEmpty()) {
        continue;
      }
      boolean source = from.lemma().equals("accord");
      for (Token o : source ? List.<Token>of() : s.children(p, "pobj", "pcomp")) {
        out.add(new Argument(p.lemma(), Subjects.resolve(s, from, o, how).token(), how));
        if (words.periods().contains(o.lemma())) {
          add(s, o, how, out);
        }
      }
      // "away from X", "out of X"
      s.children(p, "prep").stream()
          .filter(q -> !p.lemma().equals("accord"))
          .forEach(
              q -> s.children(q, "pobj").forEach(o -> out.add(new Argument(q.lemma(), o, how))));
    }
  }
}
