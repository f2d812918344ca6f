package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** When "it" is a product or a policy rather than somebody. */
record Things(Ontology ontology, NameLexicon words) {
  /**
   * Whether what a mention names may be meant: anybody, and of things one told in the singular that
   * the words before are about, as their subject.
   */
  boolean fits(Entity e, Mention m, Sentence there, Sentence here, Token pronoun, Wanted wanted) {
    boolean thing =
        wanted.pronoun() && Wanted.THINGS.stream().anyMatch(k -> ontology.isA(e.kind(), k));
    if (!thing || !wanted.kinds().containsAll(Wanted.THINGS)) {
      return true;
    }
    Token head = there.tokens().get(m.head());
    boolean named = !e.kind().equals("TechnologyCategory") && !head.tag().endsWith("S");
    boolean only = wanted.kinds().size() == Wanted.THINGS.size();
    return named
        && (only || there.index() == here.index()
            ? only
                || Salience.governs(here, head, pronoun)
                || Salience.parallel(here, head, pronoun)
            : topic(there).filter(t -> t.index() == head.index()).isPresent() && subject(pronoun));
  }

  /** "The award pays for a plant. It will create jobs. It will last": what nobody named goes on. */
  boolean strangeTopic(
      List<Sentence> sentences, Sentence here, Token pronoun, List<Mention> known, Wanted wanted) {
    boolean opens =
        subject(pronoun)
            && here.index() > 0
            && here.tokens().subList(0, pronoun.index()).stream().noneMatch(Things::subject);
    return opens
        && wanted.kinds().size() > Wanted.THINGS.size()
        && topic(sentences.get(here.index() - 1))
            .filter(t -> t.tag().matches("NN|VBG") || words.thing().contains(t.lemma()))
            .filter(t -> unknown(sentences.get(here.index() - 1), t, known))
            .isPresent();
  }

  private boolean unknown(Sentence s, Token noun, List<Mention> known) {
    NounPhrase phrase = new NounPhrase(s, noun);
    boolean carried =
        words.belongings().contains(noun.lemma())
            && (phrase.possessor().isPresent() || !phrase.modifiers().isEmpty());
    return !carried
        && known.stream()
            .filter(m -> m.sentence() == s.index())
            .noneMatch(m -> noun.begin() >= m.begin() && noun.begin() < m.end());
  }

  /** The subject of the sentence's own verb. */
  private static Optional<Token> topic(Sentence s) {
    return s.tokens().stream()
        .filter(t -> t.head() < 0)
        .flatMap(root -> s.children(root, "nsubj", "nsubjpass", "csubj").stream())
        .findFirst();
  }

  private static boolean subject(Token t) {
    return t.relation().equals("nsubj") || t.relation().equals("nsubjpass");
  }
}
