package org.w3id.chokepoint.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * The prepositional phrases behind a predicate that the parser hung elsewhere: where they belong is
 * what parsers mistake most often ("exports of metals used in chips to Japan").
 */
final class Attachments {
  /** How a phrase may hang below the predicate with no other predicate's clause in between. */
  private static final Set<String> DOWN = Set.of("prep", "pobj", "pcomp", "dobj", "acl");

  private static final Set<String> UP = Set.of("dobj", "pobj", "prep", "pcomp", "xcomp");

  private Attachments() {}

  /** Phrases that may be the predicate's, nearest first, each by the name of its preposition. */
  static List<Argument> loose(Sentence s, Token predicate) {
    List<Argument> out = new ArrayList<>();
    Optional<Token> above = verb(s, predicate);
    for (Token p : s.tokens().subList(predicate.index() + 1, s.tokens().size())) {
      // "of" stands behind its noun: there parsers are right
      boolean preposition =
          p.relation().equals("prep") && !p.lemma().equals("of") && p.head() != predicate.index();
      if (preposition
          && (below(s, p, predicate) || above.filter(v -> p.head() == v.index()).isPresent())) {
        s.children(p, "pobj").forEach(o -> out.add(new Argument(p.lemma(), o, "loose")));
      }
    }
    return out;
  }

  private static boolean below(Sentence s, Token p, Token predicate) {
    Token t = p;
    while (t.head() >= 0 && t.head() != predicate.index() && down(t)) {
      t = s.tokens().get(t.head());
    }
    return t.head() == predicate.index() && down(t);
  }

  /**
   * Of clauses participles only: in "news that it sells chips to Japan" the chips are sold there.
   */
  private static boolean down(Token t) {
    return DOWN.contains(t.relation()) && (!t.is("VB") || t.tag().matches("VBN|VBG"));
  }

  /** The verb that a noun or infinitive is an object of, however deep. */
  private static Optional<Token> verb(Sentence s, Token predicate) {
    Token t = predicate;
    while (t.head() >= 0 && UP.contains(t.relation())) {
      t = s.tokens().get(t.head());
    }
    return Optional.of(t).filter(v -> v.is("VB") && v.index() < predicate.index());
  }
}
