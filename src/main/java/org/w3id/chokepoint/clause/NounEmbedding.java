package org.w3id.chokepoint.clause;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** One step up from or through a noun: what the verb, noun or preposition above makes of it. */
final class NounEmbedding {
  private static final Set<String> ABOUT = Set.of("for", "to", "of", "about", "over", "on");

  private final ModalityLexicon words;
  private final Beside beside;

  NounEmbedding(ModalityLexicon words, Beside beside) {
    this.words = words;
    this.beside = beside;
  }

  /** "plans to sell" is prospective, "rumors that X sold" is hearsay, "firms selling" holds. */
  Walk modifier(Sentence s, Walk walk, Token noun) {
    Optional<Token> verb =
        s.head(noun).filter(v -> Set.of("dobj", "nsubjpass").contains(noun.relation()));
    boolean undone =
        verb.filter(v -> words.undoing().contains(words.withParticle(s, v))).isPresent();
    if (Subjects.infinitive(s, walk.at())) {
      String effect = words.nouns().getOrDefault(noun.lemma(), "Prospective");
      if (effect.equals("Certain")) { // "weighs a move to ban": as its noun is
        return walk.to(noun);
      }
      return walk.with(effect).with(undone ? "Negated" : "Certain").settled().to(noun);
    }
    boolean content = content(s, walk.at(), noun);
    boolean none =
        s.children(noun, "det", "neg").stream()
            .anyMatch(t -> words.negations().contains(t.lemma()));
    String hearsay =
        !content
            ? "Certain"
            : none
                ? words.remote().contains(noun.lemma()) ? "Negated" : "Possible"
                : words.factNouns().contains(noun.lemma())
                    ? "Certain"
                    : words.that().getOrDefault(noun.lemma(), "Probable");
    if (!content) {
      return walk.closed().to(noun);
    }
    return walk.with(hearsay).with(content && undone ? "Negated" : "Certain").settled().to(noun);
  }

  /** "rumors that X sold chips", "rumors X sold chips": what they say; not "chips X sold". */
  boolean content(Sentence s, Token verb, Token noun) {
    boolean own = s.children(verb, "nsubj", "nsubjpass").stream().anyMatch(t -> !t.is("W"));
    boolean whole =
        verb.relation().equals("acl")
            || s.children(verb, "dobj").stream().anyMatch(t -> !t.is("W"))
            || !words.producing().contains(verb.lemma());
    boolean told = words.tellings().contains(noun.lemma()) || words.remote().contains(noun.lemma());
    return s.children(verb, "mark").stream().anyMatch(t -> t.lemma().equals("that"))
        || own && whole && told;
  }

  /** A noun that a verb brings about shares its modality; one that is wanted is prospective. */
  Walk nominal(Sentence s, Walk walk, Token verb) {
    String lemma = words.withParticle(s, verb);
    String noun = walk.at().lemma();
    boolean lifted =
        verb.tag().matches("VBD|VBN")
            && words.lifting().contains(lemma)
            && words.measures().contains(noun);
    boolean undone = words.undoing().contains(lemma) || lifted;
    if (undone || undoneLater(s, walk.at(), verb)) {
      return beside.read(s, walk.with("Negated").to(verb));
    }
    boolean ahead =
        words.wanting().contains(lemma)
            || words.clearing().contains(lemma) && words.deals().contains(noun)
            || words.delaying().contains(lemma);
    if (ahead) {
      return beside.read(s, walk.with("Prospective").to(verb));
    }
    return words.light().contains(lemma) ? beside.read(s, walk.to(verb)) : walk.closed().to(verb);
  }

  /** "signed a deal with X and then cancelled it". */
  private boolean undoneLater(Sentence s, Token noun, Token verb) {
    return s.children(verb, "conj").stream()
        .filter(v -> words.undoing().contains(words.withParticle(s, v)))
        .flatMap(v -> s.children(v, "dobj").stream())
        .anyMatch(o -> o.lemma().equals("it") || o.lemma().equals(noun.lemma()));
  }

  /**
   * "the takeover collapsed", "never happened", "will close", "is likely"; "a takeover would", "its
   * takeover would break the law", but "its sales would fall"; "its shipments have ended".
   */
  Walk happening(Sentence s, Walk walk, Token above) {
    String lemma = words.withParticle(s, above);
    boolean over =
        words.ceasing().contains(lemma)
            && above.tag().matches("VB[DN]")
            && s.children(above, "dobj").isEmpty()
            && s.children(above, "aux").stream().noneMatch(t -> t.is("MD"));
    if (words.undone().contains(lemma) || over) {
      return beside.read(s, walk.with("Negated").to(above));
    }
    Optional<String> judged =
        s.child(above, "acomp", "attr").flatMap(t -> lookup(words.that(), t.lemma()));
    boolean any = s.child(walk.at(), "det").filter(t -> t.lemma().matches("an?|any")).isPresent();
    boolean imagined =
        s.children(above, "aux", "modal").stream()
            .filter(t -> t.is("MD"))
            .anyMatch(
                t ->
                    any
                        || words.imagining().contains(t.lemma())
                            && !words.measures().contains(walk.at().lemma())
                            && !words.enduring().contains(lemma));
    return words.happening().contains(lemma) || imagined
        ? beside.read(s, walk.with(judged).to(above))
        : walk.with(judged).closed().to(above);
  }

  Walk prepositional(Sentence s, Walk walk, Token preposition) {
    Optional<Token> head = s.head(preposition);
    if (head.isEmpty()) {
      return walk.to(preposition);
    }
    Token above = head.get().is("RB") ? s.head(head.get()).orElse(head.get()) : head.get();
    Optional<Token> paid = paid(s, preposition, head.get());
    if (paid.isPresent()) {
      return nominal(s, walk, paid.get());
    }
    boolean away =
        words.leaving().contains(above.lemma())
            && Set.of("from", "of", "out").contains(preposition.lemma());
    if (away) {
      return beside.read(s, walk.with("Negated").to(above));
    }
    boolean wanted =
        words.wanting().contains(above.lemma())
            || ABOUT.contains(preposition.lemma())
                && lookup(words.nouns(), above.lemma()).equals(Optional.of("Prospective"));
    boolean over =
        words.cessations().contains(above.lemma()) && preposition.lemma().matches("of|in|on|to");
    Walk next = wanted ? walk.with("Prospective") : over ? walk.with("Negated") : walk;
    if (!preposition.lemma().equals("as") || !above.is("VB")) {
      return next.closed().to(above);
    }
    return beside.read(
        s, next.with(words.viewing().contains(above.lemma()) ? "Probable" : "Certain").to(above));
  }

  /** "is to receive $8 billion in grants": the verb of a sum is that of what it is a sum of. */
  private Optional<Token> paid(Sentence s, Token preposition, Token sum) {
    boolean measured = preposition.lemma().matches("in|of") && words.amount(sum);
    return s.head(sum)
        .filter(v -> measured && v.is("VB") && sum.relation().matches("dobj|nsubjpass"));
  }

  private static Optional<String> lookup(Map<String, String> map, String key) {
    return Optional.ofNullable(map.get(key));
  }
}
