package org.w3id.chokepoint.clause;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.clause.Modality.Speaker;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Reads the modality of a predicate off its own chain of governing words, so that what a hedged
 * clause presupposes ("chips that Nvidia designed") stays certain. The values follow FactBank
 * (Sauri and Pustejovsky 2009), folded to three axes.
 */
public final class Modalities {
  private static final Set<String> AFTER_THE_FACT = Set.of("after", "since", "despite", "before");

  private final ModalityLexicon words;
  private final Speakers speakers;

  public Modalities(List<Sentence> sentences, ModalityLexicon words) {
    this.words = words;
    this.speakers = new Speakers(sentences, words);
  }

  /** Where the walk up the tree stands; closed once what follows is presupposed. */
  private record Walk(Token at, Modality modality, boolean open) {
    Walk with(Optional<String> effect) {
      return open && effect.isPresent() ? new Walk(at, modality.with(effect.get()), true) : this;
    }

    Walk to(Token next) {
      return new Walk(next, modality, open);
    }

    Walk closed() {
      return new Walk(at, modality, false);
    }

    Walk saidBy(Speaker speaker) {
      return new Walk(at, modality.saidBy(speaker), open);
    }
  }

  /** How the predicate is said. */
  public Modality of(Proposition p) {
    Sentence s = p.sentence();
    Walk walk = own(s, new Walk(p.head(), Modality.PLAIN, true));
    for (int i = 0; i < s.tokens().size() && walk.at().head() >= 0; i++) {
      walk = up(s, walk, s.tokens().get(walk.at().head()));
    }
    Optional<Speaker> quoted = speakers.quoted(s);
    if (walk.modality().source().isEmpty() && quoted.isPresent()) {
      walk = walk.saidBy(quoted.get());
    }
    Optional<Speaker> according = speakers.according(s);
    if (walk.open() && according.isPresent()) {
      walk = walk.saidBy(according.get());
    }
    boolean question = s.tokens().getLast().form().equals("?");
    return walk.with(question ? Optional.of("Possible") : Optional.empty()).modality();
  }

  /**
   * How the predicate is said by the words beside it alone, whatever the clauses around it say: for
   * content that they presuppose.
   */
  public Modality beside(Proposition p) {
    return own(p.sentence(), new Walk(p.head(), Modality.PLAIN, true)).modality();
  }

  /**
   * Whether the predicate is given up or refused: "will not supply", "no longer buys", "refused to
   * sell"; not where it is merely untrue ("does not sell").
   */
  public boolean refused(Proposition p) {
    Sentence s = p.sentence();
    boolean own = beside(p).polarity() == Modality.Polarity.NEGATED;
    boolean longer = s.children(p.head(), "advmod").stream().anyMatch(t -> longer(s, t));
    return of(p).polarity() == Modality.Polarity.NEGATED
        && (!own || longer || beside(p).realization() == Modality.Realization.PROSPECTIVE);
  }

  /** What stands beside the predicate itself: auxiliaries, negation, adverbs, adjectives. */
  private Walk own(Sentence s, Walk walk) {
    Token at = walk.at();
    if (at.is("NN")) {
      NounPhrase phrase = new NounPhrase(s, at);
      for (Token m : phrase.modifiers()) {
        walk =
            walk.with(
                lookup(words.adjectives(), m.lemma())
                    .or(() -> lookup(words.adjectives(), m.form().toLowerCase(Locale.ROOT))));
      }
      return walk.with(lookup(words.adjectives(), phrase.determiner()));
    }
    for (Token child : s.children(at)) {
      String lemma = child.lemma();
      walk =
          switch (child.relation()) {
            case "aux", "modal" ->
                walk.with(child.is("MD") ? lookup(words.modals(), modal(child)) : Optional.empty());
            case "mark" -> walk.with(lookup(words.subordinators(), lemma));
            case "neg" -> walk.with(Optional.of("Negated"));
            case "advmod", "npadvmod" ->
                walk.with(
                    words.negations().contains(lemma) || longer(s, child)
                        ? Optional.of("Negated")
                        : lookup(words.adverbs(), lemma));
            case "nsubj", "nsubjpass", "dobj" ->
                walk.with(
                    s.children(child).stream().anyMatch(t -> words.negations().contains(t.lemma()))
                        ? Optional.of("Negated")
                        : Optional.empty());
            default -> walk;
          };
    }
    return walk;
  }

  private boolean longer(Sentence s, Token adverb) {
    return words.noLonger().contains(adverb.lemma().equals("long") ? adverb.form() : adverb.lemma())
        && s.children(adverb).stream().anyMatch(t -> t.lemma().equals("no"));
  }

  private static String modal(Token t) {
    return switch (t.form().toLowerCase(Locale.ROOT)) {
      case "'ll", "wo" -> "will";
      case "'d" -> "would";
      case "ca" -> "can";
      default -> t.lemma();
    };
  }

  private Walk up(Sentence s, Walk walk, Token above) {
    Token at = walk.at();
    return switch (at.relation()) {
      case "xcomp", "ccomp", "oprd", "comp" -> complement(s, walk, above);
      case "pcomp" -> gerund(s, walk, above);
      case "acl" -> modifier(s, walk, above);
      case "advcl" -> adverbial(s, walk, above);
      case "conj" -> above.is("VB") ? own(s, walk.to(above)) : walk.to(above);
      case "dobj", "nsubjpass" -> nominal(s, walk, above);
      case "pobj" -> prepositional(s, walk, above);
      case "attr", "acomp" -> own(s, walk.to(above));
      default -> walk.closed().to(above);
    };
  }

  private Walk complement(Sentence s, Walk walk, Token above) {
    if (above.is("NN")) {
      return walk.with(lookup(words.nouns(), above.lemma())).closed().to(above);
    }
    boolean clause = walk.at().relation().equals("ccomp") && !Subjects.infinitive(s, walk.at());
    boolean passive = !s.children(above, "auxpass").isEmpty();
    Optional<String> speech = words.speech(above.lemma());
    if (clause && speech.isPresent()) {
      Walk said = walk.with(speech);
      Optional<Token> who =
          s.child(above, "nsubj").map(t -> Subjects.resolve(s, above, t, "").token());
      Walk by =
          who.isPresent()
              ? said.saidBy(speakers.speaker(s, who.get()))
              : said.with(Optional.of("Probable"));
      return own(s, by.to(above));
    }
    if (speech.isPresent() && passive) {
      return own(s, walk.with(Optional.of("Probable")).to(above));
    }
    Optional<String> effect = words.effect(above.lemma());
    return own(s, walk.with(effect).to(above));
  }

  /** "by selling", "from buying", "accused of spying". */
  private Walk gerund(Sentence s, Walk walk, Token preposition) {
    Optional<Token> above = s.head(preposition);
    if (above.isEmpty()) {
      return walk.to(preposition);
    }
    if (above.get().is("NN")) {
      return walk.with(lookup(words.nouns(), above.get().lemma())).closed().to(above.get());
    }
    if (AFTER_THE_FACT.contains(preposition.lemma())) {
      return walk.closed().to(above.get());
    }
    Optional<String> effect = words.effect(above.get().lemma());
    boolean negated = effect.equals(Optional.of("Negated")) && preposition.lemma().equals("from");
    Walk after =
        negated
            ? walk.with(effect).with(Optional.of("Prospective"))
            : walk.with(effect.filter(e -> !e.equals("Negated")));
    Optional<Token> who = s.child(above.get(), "nsubj");
    boolean accusation =
        preposition.lemma().equals("of") && words.speech(above.get().lemma()).isPresent();
    return own(
        s,
        (accusation && who.isPresent() ? after.saidBy(speakers.speaker(s, who.get())) : after)
            .to(above.get()));
  }

  /** "plans to sell" is prospective, "rumors that X sold" is hearsay, "firms selling" holds. */
  private Walk modifier(Sentence s, Walk walk, Token noun) {
    if (Subjects.infinitive(s, walk.at())) {
      String effect = words.nouns().getOrDefault(noun.lemma(), "Prospective");
      return walk.with(Optional.of(effect)).closed().to(noun);
    }
    boolean content =
        s.children(walk.at(), "mark").stream().anyMatch(t -> t.lemma().equals("that"));
    Optional<String> hearsay =
        Optional.of("Probable").filter(e -> content && !words.factNouns().contains(noun.lemma()));
    return walk.with(hearsay).closed().to(noun);
  }

  private Walk adverbial(Sentence s, Walk walk, Token above) {
    if (Subjects.infinitive(s, walk.at())) {
      return own(s, walk.with(Optional.of("Prospective")).to(above));
    }
    boolean finite =
        !s.children(walk.at(), "mark").isEmpty()
            || !s.children(walk.at(), "nsubj", "nsubjpass").isEmpty();
    return finite ? walk.closed().to(above) : own(s, walk.to(above));
  }

  /** A noun that a verb brings about shares its modality; one that is wanted is prospective. */
  private Walk nominal(Sentence s, Walk walk, Token verb) {
    if (words.undoing().contains(verb.lemma())) {
      return own(s, walk.with(Optional.of("Negated")).to(verb));
    }
    if (words.wanting().contains(verb.lemma())) {
      return own(s, walk.with(Optional.of("Prospective")).to(verb));
    }
    return words.light().contains(verb.lemma()) ? own(s, walk.to(verb)) : walk.closed().to(verb);
  }

  private Walk prepositional(Sentence s, Walk walk, Token preposition) {
    Optional<Token> above = s.head(preposition);
    if (above.isEmpty()) {
      return walk.to(preposition);
    }
    boolean wanted =
        words.wanting().contains(above.get().lemma())
            || Set.of("for", "to", "of").contains(preposition.lemma())
                && lookup(words.nouns(), above.get().lemma()).equals(Optional.of("Prospective"));
    boolean as = preposition.lemma().equals("as") && above.get().is("VB");
    Walk next = wanted ? walk.with(Optional.of("Prospective")) : walk;
    return as ? own(s, next.to(above.get())) : next.closed().to(above.get());
  }

  private static Optional<String> lookup(java.util.Map<String, String> map, String key) {
    return Optional.ofNullable(map.get(key));
  }
}
