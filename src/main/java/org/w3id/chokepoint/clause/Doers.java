package org.w3id.chokepoint.clause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Who does or causes what a noun names, by the verb that the noun hangs on. */
final class Doers {
  private static final int FARTHEST = 12;

  /** Prepositions of how an act is done: who acts is the party of what they introduce. */
  private static final Set<String> MEANS =
      Set.of("in", "with", "as", "under", "through", "via", "by");

  private final ModalityLexicon words;
  private final Subjects subjects;
  private final Prepositions prepositions;

  Doers(ModalityLexicon words, Subjects subjects, Prepositions prepositions) {
    this.words = words;
    this.subjects = subjects;
    this.prepositions = prepositions;
  }

  /** Who performs what an object names: "X signed a deal". */
  void performed(Sentence s, String relation, Token verb, List<Argument> out) {
    if (!words.bringsAbout(verb.lemma())) {
      return;
    }
    subjects
        .of(s, verb)
        .filter(a -> relation.equals("dobj"))
        .or(() -> byAgent(s, verb))
        .ifPresent(a -> out.add(new Argument("doer", a.token(), "light verb:" + verb.lemma())));
    prepositions.add(s, verb, "light verb", out);
    s.children(verb, "dative").stream()
        .filter(t -> t.is("IN") || t.is("TO"))
        .forEach(
            t ->
                s.children(t, "pobj")
                    .forEach(o -> out.add(new Argument(t.lemma(), o, "light verb"))));
    s.children(verb, "advcl", "xcomp").stream()
        .filter(t -> t.is("VB") && Subjects.infinitive(s, t))
        .forEach(t -> out.add(new Argument("complement", t, "light verb")));
  }

  private static Optional<Argument> byAgent(Sentence s, Token verb) {
    return s.child(verb, "agent")
        .flatMap(by -> s.child(by, "pobj"))
        .map(t -> new Argument("subject", t, "passive"));
  }

  /** "the investments that X made in Y": who performs what the noun names. */
  void relative(Sentence s, Token noun, List<Argument> out) {
    for (Token verb : s.children(noun, "relcl")) {
      boolean object = words.light().contains(verb.lemma()) && Subjects.relativeObject(s, verb);
      s.child(verb, "nsubj")
          .filter(t -> object && s.children(verb, "dobj").stream().allMatch(o -> o.is("W")))
          .ifPresent(
              t -> {
                out.add(new Argument("doer", t, "relative"));
                prepositions.add(s, verb, "relative", out);
              });
    }
  }

  /** Whom the clauses around a noun are about: the nearest subject before it that it is not in. */
  Optional<Argument> actor(Sentence s, Token noun) {
    // "X and rival Y": X
    Optional<Token> beside =
        s.head(noun)
            .filter(n -> n.is("NNP") && n.relation().equals("conj") && noun.index() < n.index())
            .flatMap(s::head)
            .filter(n -> n.is("NNP"));
    if (beside.isPresent()) {
      return Optional.of(new Argument("actor", beside.get(), "clause"));
    }
    Optional<Token> above = s.head(noun);
    for (int steps = 0; above.isPresent() && steps < FARTHEST; steps++) {
      Optional<Argument> subject =
          above
              .filter(v -> v.is("VB"))
              .flatMap(v -> subjects.of(s, v))
              .filter(a -> a.token().index() < noun.index())
              .filter(a -> !s.dominates(a.token(), noun));
      if (subject.isPresent()) {
        return subject;
      }
      above = s.head(above.get());
    }
    return Optional.empty();
  }

  /**
   * "announced $50 million in funding", "details of a deal": the verb of the amount, or of what is
   * told of it, is that of what it measures.
   */
  void amount(Sentence s, Token preposition, List<Argument> out) {
    Optional<Token> sum =
        s.head(preposition)
            .filter(t -> preposition.lemma().matches("in|of"))
            .filter(t -> words.amount(t) || words.carriers().contains(t.lemma()));
    sum.filter(t -> t.relation().matches("dobj|nsubjpass"))
        .flatMap(t -> s.head(t))
        .ifPresent(verb -> performed(s, sum.get().relation(), verb, out));
    sum.filter(words::amount).ifPresent(t -> prepositions.add(s, t, "amount", out));
  }

  /** "X acted in response to": who does what the phrase is an adjunct of. */
  void adjunct(Sentence s, Token preposition, List<Argument> out) {
    Token means = preposition;
    Optional<Token> above = s.head(preposition);
    while (above.isPresent() && (above.get().is("NN") || above.get().is("IN"))) {
      means = above.get().is("IN") ? above.get() : means;
      above = s.head(above.get());
    }
    String how = means.lemma();
    above
        .filter(verb -> verb.is("VB") && MEANS.contains(how))
        // "a strategy to achieve Y in response to X": not yet an act
        .filter(verb -> !verb.relation().equals("acl") || !Subjects.infinitive(s, verb))
        .flatMap(verb -> subjects.of(s, verb))
        .ifPresent(a -> out.add(new Argument("adjunct", a.token(), "adjunct")));
  }

  /** "X contributed to the slide", "X led to a rise": X is the cause of what the noun names. */
  void cause(Sentence s, Token preposition, List<Argument> out) {
    s.head(preposition)
        .filter(verb -> verb.is("VB") && words.causal().contains(verb.lemma()))
        .flatMap(verb -> subjects.of(s, verb))
        .ifPresent(a -> out.add(new Argument("cause", a.token(), "causal verb")));
  }

  /** "position X as an alternative to Y", "X emerged as a rival of Y". */
  void as(Sentence s, Token preposition, List<Argument> out) {
    if (!preposition.lemma().equals("as")) {
      return;
    }
    s.head(preposition).ifPresent(above -> named(s, above, out));
    Optional<Token> verb = s.head(preposition).filter(v -> v.is("VB"));
    if (verb.isEmpty()) {
      return;
    }
    s.children(verb.get(), "dobj").stream()
        .filter(t -> words.namings().contains(t.lemma()))
        .forEach(t -> named(s, t, out));
    Optional<Argument> presenter = subjects.of(s, verb.get());
    if (words.succeeding().contains(verb.get().lemma())) { // "X succeeded Y as chief": X is, Y was
      presenter.ifPresent(a -> out.add(new Argument("subject", a.token(), "as")));
      s.child(verb.get(), "dobj").ifPresent(t -> out.add(new Argument("former", t, "as")));
      return;
    }
    boolean former = words.formerly(verb.get());
    // "turned to X as an alternative": X is
    Optional<Token> turned =
        new NounPhrase(s, verb.get())
            .after("to").stream().filter(t -> t.index() < preposition.index()).findFirst();
    // "made his fortune as a founder": he is
    s.child(verb.get(), "dobj", "oprd")
        .filter(t -> !words.tenures().contains(t.lemma()))
        .or(() -> turned)
        .map(t -> new Argument("subject", t, "as"))
        .or(() -> presenter)
        .ifPresent(a -> out.add(new Argument(former ? "former" : "subject", a.token(), "as")));
    presenter.ifPresent(a -> out.add(new Argument("presenter", a.token(), "as")));
  }

  /** "the choice of X as chief", "X's role as chief", "X as chief": X is. */
  private void named(Sentence s, Token above, List<Argument> out) {
    NounPhrase phrase = new NounPhrase(s, above);
    Optional<Token> who =
        above.is("NNP")
            ? Optional.of(above)
            : phrase
                .possessor()
                .filter(t -> !t.lemma().matches("its|their"))
                .or(() -> phrase.after("of").stream().findFirst());
    // "the ouster of X as chief"
    Optional<Token> of = s.head(above).filter(p -> p.lemma().equals("of")).flatMap(s::head);
    boolean former = words.formerly(above) || of.filter(words::formerly).isPresent();
    who.filter(t -> above.is("NN"))
        .ifPresent(t -> out.add(new Argument(former ? "former" : "subject", t, "as")));
  }
}
