package org.w3id.chokepoint.mention;

import java.util.stream.Stream;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** "It" that stands for nothing, or for what was just said. */
record Idle(NameLexicon.Idle words) {
  /** Whether the pronoun is one: "it is hard to say", "it was Intel that sued", "do it again". */
  boolean is(Sentence s, Token pronoun) {
    return s.head(pronoun)
        .filter(
            h ->
                switch (pronoun.relation()) {
                  case "nsubj", "nsubjpass", "expl" -> subject(s, h);
                  case "dobj" -> words.object().contains(h.lemma());
                  default -> false;
                })
        .isPresent();
  }

  private boolean subject(Sentence s, Token predicate) {
    // "made it hard to sell"
    boolean small = predicate.is("JJ") && !s.children(predicate, "advcl", "xcomp").isEmpty();
    return small
        || words.subject().contains(predicate.lemma())
        || s.children(predicate, "dobj", "attr").stream()
            .anyMatch(t -> words.span().contains(t.lemma()))
        || s.children(predicate, "acomp", "attr").stream().anyMatch(t -> judged(s, predicate, t))
        || predicate.lemma().matches("be|'s") && cleft(s, predicate);
  }

  /** "it is likely that", "it is hard for X to". */
  private boolean judged(Sentence s, Token verb, Token judgement) {
    return s.tokens().stream()
        .filter(t -> t.head() == verb.index() || t.head() == judgement.index())
        .filter(t -> t.relation().matches("ccomp|xcomp|advcl|csubj|acl|relcl"))
        .filter(t -> t.index() > judgement.index())
        .anyMatch(
            clause ->
                s.children(clause, "aux").stream().anyMatch(t -> t.tag().equals("TO"))
                    ? words.to().contains(judgement.lemma())
                    : words.that().contains(judgement.lemma()));
  }

  /** "it was Huawei that stole". */
  private static boolean cleft(Sentence s, Token be) {
    return s.children(be, "attr").stream()
        .filter(t -> t.is("NNP"))
        .flatMap(t -> Stream.of(t, be).flatMap(h -> s.children(h, "relcl", "ccomp").stream()))
        .flatMap(clause -> s.children(clause, "nsubj").stream())
        .anyMatch(t -> t.is("W"));
  }
}
