package org.w3id.chokepoint.clause;

import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.clause.Modality.Speaker;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Reads the modality of a predicate off its own chain of governing words, so that what a hedged
 * clause presupposes ("chips that Nvidia designed") stays certain. The values follow FactBank
 * (Sauri and Pustejovsky 2009), folded to three axes.
 */
public final class Modalities {
  private final ModalityLexicon words;
  private final Speakers speakers;
  private final Beside beside;
  private final Embedding embedding;

  public Modalities(List<Sentence> sentences, ModalityLexicon words) {
    this.words = words;
    this.speakers = new Speakers(sentences, words);
    this.beside = new Beside(words);
    this.embedding = new Embedding(words, speakers, beside);
  }

  /** How the predicate is said. */
  public Modality of(Proposition p) {
    return of(p.sentence(), p.head());
  }

  private Modality of(Sentence s, Token head) {
    Walk walk = beside.read(s, from(s, head));
    for (int i = 0; i < s.tokens().size() && walk.at().head() >= 0; i++) {
      walk = embedding.up(s, walk, s.tokens().get(walk.at().head()));
    }
    // a headline: "X to buy Y"
    if (Subjects.infinitive(s, walk.at()) && walk.at().is("VB")) {
      walk = walk.with("Prospective");
    }
    Optional<Speaker> quoted = speakers.quoted(s);
    if (walk.modality().source().isEmpty() && quoted.isPresent()) {
      walk = walk.saidBy(quoted.get());
    }
    Optional<Speaker> beside = walk.open() ? speakers.beside(s, head) : Optional.empty();
    if (beside.isPresent()) {
      walk = walk.saidBy(beside.get());
    }
    boolean cited = walk.modality().source().isPresent() && speakers.citing(s);
    boolean question = s.tokens().getLast().form().equals("?");
    return walk.with(cited ? "Probable" : "Certain")
        .with(question ? "Possible" : "Certain")
        .modality();
  }

  /** "until further notice" behind a verb: what is told of the future is so already. */
  private Walk from(Sentence s, Token head) {
    Walk walk = Walk.from(head);
    return words.inForce().stream().anyMatch(phrase -> behind(s, head, phrase))
        ? walk.goingOn()
        : walk;
  }

  /** Whether a phrase stands behind a verb with no other verb in between. */
  private static boolean behind(Sentence s, Token verb, String phrase) {
    int at = s.text().indexOf(phrase);
    int begin = at < 0 ? -1 : s.begin() + s.text().codePointCount(0, at);
    return verb.is("VB")
        && s.tokens().stream().anyMatch(t -> t.begin() == begin)
        && s.tokens().stream()
            .filter(t -> t.is("VB") && t.begin() < begin)
            .reduce((a, b) -> b)
            .filter(verb::equals)
            .isPresent();
  }

  /**
   * How the predicate is said by the words beside it alone, whatever the clauses around it say: for
   * content that they presuppose. "Will serve as director" is told by its verb, and "if X were the
   * director" presupposes nothing; "is not the only supplier" does.
   */
  public Modality beside(Proposition p) {
    Sentence s = p.sentence();
    if (p.head().relation().equals("attr") && of(p).polarity() != Modality.Polarity.NEGATED) {
      return of(p);
    }
    Optional<Token> alleged = alleged(s, p.head());
    if (alleged.isPresent()) {
      return of(s, alleged.get());
    }
    Walk own = beside.read(s, Walk.from(p.head()));
    Optional<Token> serves =
        s.head(p.head())
            .filter(as -> p.head().relation().equals("pobj") && as.lemma().equals("as"))
            .flatMap(s::head)
            .filter(verb -> verb.is("VB"));
    return serves.map(verb -> beside.read(s, own.to(verb))).orElse(own).modality();
  }

  /** The predicate of a clause around a word that only an accuser vouches for. */
  private Optional<Token> alleged(Sentence s, Token word) {
    Token at = word;
    // what stands beside a name is told by the writer
    while (at.head() >= 0 && !at.relation().matches("appos|relcl|acl|compound|nmod|poss")) {
      Token above = s.tokens().get(at.head());
      Optional<Token> verb =
          switch (at.relation()) {
            case "ccomp" -> Optional.of(above);
            case "pcomp" -> s.head(above); // "accuses X of hiding"
            default -> Optional.empty();
          };
      if (verb.filter(v -> words.alleging().contains(v.lemma())).isPresent()) {
        return Optional.of(at);
      }
      at = above;
    }
    return Optional.empty();
  }

  /**
   * Whether the predicate is given up or refused: "will not supply", "no longer buys", "refused to
   * sell"; not where it is merely untrue or denied ("does not sell", "denied that it sells").
   */
  public boolean refused(Proposition p) {
    Sentence s = p.sentence();
    if (of(p).polarity() != Modality.Polarity.NEGATED) {
      return false;
    }
    Modality own = beside(p);
    boolean longer = s.children(p.head(), "advmod").stream().anyMatch(t -> beside.longer(s, t));
    boolean given =
        s.head(p.head())
            .map(t -> t.is("IN") ? s.head(t).orElse(t) : t)
            .filter(t -> words.refusing().contains(t.lemma()))
            .isPresent();
    return own.polarity() == Modality.Polarity.NEGATED
        ? longer || own.realization() == Modality.Realization.PROSPECTIVE
        : given;
  }
}
