package org.w3id.chokepoint.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.clause.Proposition.Part;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Reads propositions off the dependency tree. */
public final class Clauses {
  private static final Set<String> BESIDE = Set.of("compound", "nmod", "amod");
  private static final int FARTHEST = 12;

  /** Prepositions of how an act is done: who acts is the party of what they introduce. */
  private static final Set<String> MEANS =
      Set.of("in", "with", "as", "under", "through", "via", "by");

  private final ModalityLexicon words;
  private final Subjects subjects;

  public Clauses(ModalityLexicon words) {
    this.words = words;
    this.subjects = new Subjects(words);
  }

  /**
   * The proposition that a verb, noun or adjective heads; empty for other words and auxiliaries.
   */
  public Optional<Proposition> at(Sentence s, Token token) {
    if (token.is("VB") && !token.relation().startsWith("aux")) {
      return Optional.of(verb(s, token));
    }
    if (token.is("NN") || token.is("CD")) {
      return Optional.of(new Proposition(s, token, Part.NOUN, token.lemma(), noun(s, token)));
    }
    return token.is("JJ")
        ? Optional.of(new Proposition(s, token, Part.ADJECTIVE, token.lemma(), adjective(s, token)))
        : Optional.empty();
  }

  private Proposition verb(Sentence s, Token verb) {
    List<Argument> out = new ArrayList<>();
    boolean passive = passive(s, verb);
    List<Token> objects = s.children(verb, "dobj");
    subjects.of(s, verb).ifPresent(a -> out.add(voice(a, passive, !objects.isEmpty())));
    for (Token object : objects) {
      out.add(
          new Argument("object", Subjects.resolve(s, verb, object, "direct").token(), "direct"));
    }
    if (verb.relation().equals("relcl")
        && objects.isEmpty()
        && !passive
        && relativeObject(s, verb)) {
      s.head(verb).ifPresent(noun -> out.add(new Argument("object", noun, "relative")));
    }
    s.children(verb, "dative", "iobj").forEach(t -> dative(s, t, out));
    s.children(verb, "attr", "acomp", "oprd")
        .forEach(t -> out.add(new Argument("attribute", t, "direct")));
    for (Token complement : s.children(verb, "xcomp", "ccomp")) {
      out.add(new Argument("complement", complement, "direct"));
      if (Subjects.infinitive(s, complement)) {
        out.add(new Argument("infinitive", complement, "direct"));
      }
      // "allowed X to sell": the parser may hang X on the infinitive
      if (objects.isEmpty() && Subjects.infinitive(s, complement)) {
        s.child(complement, "nsubj").ifPresent(t -> out.add(new Argument("object", t, "control")));
      }
    }
    for (Token purpose : s.children(verb, "advcl")) {
      if (!purpose.is("VB") || !Subjects.infinitive(s, purpose)) {
        continue;
      }
      out.add(new Argument("purpose", purpose, "direct"));
      // "called for X to sell": X is called upon
      if (objects.isEmpty()
          && s.children(purpose, "mark").stream().anyMatch(t -> t.lemma().equals("for"))) {
        out.add(new Argument("complement", purpose, "direct"));
        out.add(new Argument("infinitive", purpose, "direct"));
        s.child(purpose, "nsubj").ifPresent(t -> out.add(new Argument("object", t, "control")));
      }
    }
    s.children(verb, "npadvmod").forEach(t -> out.add(new Argument("prefix", t, "direct")));
    s.children(verb, "compound").forEach(t -> out.add(new Argument("prefix", t, "direct")));
    prepositions(s, verb, "direct", out);
    s.children(verb, "agent")
        .forEach(
            by ->
                s.children(by, "pobj")
                    .forEach(t -> out.add(new Argument("subject", t, "passive"))));
    if (verb.relation().equals("relcl")
        && s.children(verb).stream().anyMatch(t -> t.lemma().equals("where"))) {
      s.head(verb).ifPresent(t -> out.add(new Argument("where", t, "relative")));
    }
    for (Token adverb : s.children(verb, "advmod")) {
      out.add(new Argument("adverb", adverb, "direct"));
      prepositions(s, adverb, "direct", out);
    }
    for (Token object : objects) {
      prepositions(s, object, "object", out);
      new NounPhrase(s, object).conjuncts().forEach(t -> prepositions(s, t, "object", out));
    }
    s.children(verb).stream()
        .filter(t -> t.tag().equals("MD"))
        .forEach(t -> out.add(new Argument("modal", t, "direct")));
    String particle = s.child(verb, "prt").map(t -> " " + t.lemma()).orElse("");
    return new Proposition(s, verb, Part.VERB, verb.lemma() + particle, List.copyOf(out));
  }

  private static Argument voice(Argument subject, boolean passive, boolean hasObject) {
    String function = !passive ? "subject" : hasObject ? "indirect" : "object";
    return new Argument(function, subject.token(), passive ? "passive" : subject.how());
  }

  private static boolean passive(Sentence s, Token verb) {
    boolean auxiliary = !s.children(verb, "auxpass", "nsubjpass").isEmpty();
    boolean bare = verb.tag().equals("VBN") && s.children(verb, "aux").isEmpty();
    boolean modifier =
        Set.of("acl", "nmod", "amod", "advcl", "relcl", "conj").contains(verb.relation());
    return auxiliary || bare && modifier && s.children(verb, "nsubj").isEmpty();
  }

  /** "chips Nvidia designed", "chips that Nvidia designed": the noun is what was designed. */
  private static boolean relativeObject(Sentence s, Token verb) {
    return s.children(verb, "nsubj").stream().anyMatch(t -> !t.is("W"));
  }

  private static void dative(Sentence s, Token t, List<Argument> out) {
    if (t.is("IN") || t.is("TO")) {
      s.children(t, "pobj").forEach(o -> out.add(new Argument(t.lemma(), o, "direct")));
    } else {
      out.add(new Argument("indirect", t, "direct"));
    }
  }

  /** Phrases behind a stretch of time belong to what it dates: "over four years in Ohio". */
  private void prepositions(Sentence s, Token from, String how, List<Argument> out) {
    for (Token p : s.children(from, "prep")) {
      boolean source = from.lemma().equals("accord");
      for (Token o : source ? List.<Token>of() : s.children(p, "pobj", "pcomp")) {
        out.add(new Argument(p.lemma(), Subjects.resolve(s, from, o, how).token(), how));
        if (words.periods().contains(o.lemma())) {
          prepositions(s, o, how, out);
        }
      }
      // "away from X", "out of X"
      s.children(p, "prep").stream()
          .filter(q -> !p.lemma().equals("accord"))
          .forEach(
              q -> s.children(q, "pobj").forEach(o -> out.add(new Argument(q.lemma(), o, how))));
    }
  }

  private List<Argument> noun(Sentence s, Token noun) {
    List<Argument> out = new ArrayList<>();
    NounPhrase phrase = new NounPhrase(s, noun);
    phrase
        .possessor()
        .or(() -> caption(s, noun).flatMap(h -> s.child(h, "poss")))
        .ifPresent(t -> out.add(new Argument("possessor", whose(s, noun, t), "possessive")));
    s.children(noun).stream()
        .filter(t -> t.index() < noun.index() && BESIDE.contains(t.relation()))
        .filter(t -> !broken(s, t, noun))
        .forEach(t -> out.add(new Argument("modifier", t, "compound")));
    after(s, noun).ifPresent(t -> out.add(new Argument("after", t, "adjacent")));
    caption(s, noun).ifPresent(t -> out.add(new Argument("caption", t, "title")));
    prepositions(s, noun, "direct", out);
    // "licenses valid for exports"
    s.children(noun).stream()
        .filter(t -> t.index() > noun.index() && t.is("JJ") && !t.relation().equals("conj"))
        .forEach(t -> prepositions(s, t, "direct", out));
    adjacent(s, noun, out);
    s.children(noun, "acl").stream()
        .filter(t -> t.is("VB"))
        .forEach(t -> out.add(new Argument("complement", t, "direct")));
    s.head(noun).ifPresent(above -> subject(s, noun, above, out));
    relative(s, noun, out);
    actor(s, noun).ifPresent(a -> out.add(new Argument("actor", a.token(), "clause")));
    return List.copyOf(out);
  }

  /** "AFL-CIO" in "Liz Shuler, AFL-CIO:": a name between a comma and another mark. */
  private static Optional<Token> after(Sentence s, Token noun) {
    int comma = noun.index() + 1;
    int last = comma;
    List<Token> tokens = s.tokens();
    if (comma >= tokens.size() || !tokens.get(comma).form().equals(",")) {
      return Optional.empty();
    }
    while (last + 1 < tokens.size()
        && (tokens.get(last + 1).is("NNP")
            || tokens.get(last + 1).form().matches("of|&|for|and|the|-"))) {
      last++;
    }
    boolean closed = last + 1 < tokens.size() && tokens.get(last + 1).form().matches("[:(]");
    return last > comma && closed ? Optional.of(tokens.get(last)) : Optional.empty();
  }

  /** "service" in "Alphabet's video service YouTube", which the parser calls an apposition. */
  private static Optional<Token> caption(Sentence s, Token noun) {
    return noun.relation().equals("appos")
        ? s.head(noun).filter(h -> !broken(s, h, noun))
        : Optional.empty();
  }

  /** "TSMC, whose customers include": the owner is the noun that the clause modifies. */
  private static Token whose(Sentence s, Token noun, Token owner) {
    for (Token t = noun; owner.tag().equals("WP$") && t.head() >= 0; ) {
      Token above = s.tokens().get(t.head());
      if (t.relation().equals("relcl")) {
        return above;
      }
      t = above;
    }
    return owner;
  }

  /** "hit by curbs on chips": a phrase right after the noun may be its own, not the verb's. */
  private static void adjacent(Sentence s, Token noun, List<Argument> out) {
    if (noun.index() + 1 >= s.tokens().size()) {
      return;
    }
    Token p = s.tokens().get(noun.index() + 1);
    boolean elsewhere = p.head() >= 0 && p.head() < noun.index();
    if (p.relation().equals("prep") && elsewhere) {
      s.children(p, "pobj").forEach(o -> out.add(new Argument(p.lemma(), o, "adjacent")));
    }
  }

  /** A dash, comma or bracket between a modifier and its noun: the parser was led astray. */
  private static boolean broken(Sentence s, Token from, Token to) {
    int first = Math.min(from.index(), to.index());
    return s.tokens().subList(first, Math.max(from.index(), to.index())).stream()
        .anyMatch(t -> t.tag().matches("[:,]|-[LR]RB-"));
  }

  /** Of whom or what the noun is said. */
  private void subject(Sentence s, Token noun, Token above, List<Argument> out) {
    for (Token t : s.children(noun, "appos")) {
      out.add(new Argument("subject", t, "apposition"));
      out.add(new Argument("apposed", t, "apposition"));
    }
    ahead(s, noun).ifPresent(t -> out.add(new Argument("subject", t, "title")));
    switch (noun.relation()) {
      case "attr", "oprd" ->
          subjects
              .of(s, above)
              .ifPresent(a -> out.add(new Argument("subject", a.token(), "copula")));
      case "appos" -> {
        out.add(new Argument("subject", new NounPhrase(s, above).nearest(noun), "apposition"));
        s.children(above, "appos").stream()
            .filter(t -> t.index() > noun.index())
            .forEach(t -> out.add(new Argument("apposed", t, "apposition")));
        if (above.head() < 0) {
          out.add(new Argument("root", above, "apposition"));
        }
      }
      case "conj" -> {
        switch (above.relation()) {
          case "appos", "attr" -> s.head(above).ifPresent(h -> subject(s, above, h, out));
          case "dobj" -> s.head(above).ifPresent(v -> performed(s, "dobj", v, out));
          default -> {}
        }
      }
      case "compound", "nmod" -> {
        if (broken(s, noun, above)) {
          return;
        }
        out.add(new Argument("subject", above, "title"));
        beside(s, noun, above, out);
      }
      case "dobj", "nsubjpass" -> performed(s, noun.relation(), above, out);
      case "npadvmod" ->
          subjects
              .of(s, above)
              .ifPresent(a -> out.add(new Argument("performer", a.token(), "adjunct")));
      case "pobj" -> {
        as(s, above, out);
        cause(s, above, out);
        adjunct(s, above, out);
        amount(s, above, out);
        holder(s, above, out);
      }
      default -> {}
    }
  }

  /** "after rival AMD raised": a bare singular right before a name is its title. */
  private static Optional<Token> ahead(Sentence s, Token noun) {
    int last = noun.index();
    while (last + 1 < s.tokens().size() && s.tokens().get(last + 1).is("NNP")) {
      last++;
    }
    boolean bare =
        noun.tag().equals("NN") && noun.relation().equals("pobj") && s.children(noun).isEmpty();
    return bare && last > noun.index() ? Optional.of(s.tokens().get(last)) : Optional.empty();
  }

  /** "Apple's supplier X", "Apple supplier X": whose, for a word before a name. */
  private static void beside(Sentence s, Token word, Token name, List<Argument> out) {
    s.child(name, "poss").ifPresent(t -> out.add(new Argument("possessor", t, "title")));
    s.children(name, "compound", "nmod").stream()
        .filter(t -> t.index() < word.index())
        .forEach(t -> out.add(new Argument("modifier", t, "title")));
  }

  private static Optional<Argument> byAgent(Sentence s, Token verb) {
    return s.child(verb, "agent")
        .flatMap(by -> s.child(by, "pobj"))
        .map(t -> new Argument("subject", t, "passive"));
  }

  /** Who performs what an object names: "X signed a deal". */
  private void performed(Sentence s, String relation, Token verb, List<Argument> out) {
    if (!words.bringsAbout(verb.lemma())) {
      return;
    }
    subjects
        .of(s, verb)
        .filter(a -> relation.equals("dobj"))
        .or(() -> byAgent(s, verb))
        .ifPresent(a -> out.add(new Argument("doer", a.token(), "light verb:" + verb.lemma())));
    prepositions(s, verb, "light verb", out);
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

  /** "the investments that X made in Y": who performs what the noun names. */
  private void relative(Sentence s, Token noun, List<Argument> out) {
    for (Token verb : s.children(noun, "relcl")) {
      boolean object = words.light().contains(verb.lemma()) && relativeObject(s, verb);
      s.child(verb, "nsubj")
          .filter(t -> object && s.children(verb, "dobj").stream().allMatch(o -> o.is("W")))
          .ifPresent(
              t -> {
                out.add(new Argument("doer", t, "relative"));
                prepositions(s, verb, "relative", out);
              });
    }
  }

  /** Whom the clauses around a noun are about: the nearest subject before it that it is not in. */
  private Optional<Argument> actor(Sentence s, Token noun) {
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

  /** "a startup with backing from X": who has what the noun names. */
  private static void holder(Sentence s, Token preposition, List<Argument> out) {
    s.head(preposition)
        .filter(t -> t.is("NN") && preposition.lemma().equals("with"))
        .ifPresent(t -> out.add(new Argument("holder", t, "with")));
  }

  /** "announced $50 million in funding": the amount's verb is that of what it measures. */
  private void amount(Sentence s, Token preposition, List<Argument> out) {
    Optional<Token> sum =
        s.head(preposition).filter(t -> preposition.lemma().matches("in|of")).filter(words::amount);
    sum.filter(t -> t.relation().matches("dobj|nsubjpass"))
        .flatMap(t -> s.head(t))
        .ifPresent(verb -> performed(s, sum.get().relation(), verb, out));
    sum.ifPresent(t -> prepositions(s, t, "amount", out));
  }

  /** "X acted in response to": who does what the phrase is an adjunct of. */
  private void adjunct(Sentence s, Token preposition, List<Argument> out) {
    Token means = preposition;
    Optional<Token> above = s.head(preposition);
    while (above.isPresent() && (above.get().is("NN") || above.get().is("IN"))) {
      means = above.get().is("IN") ? above.get() : means;
      above = s.head(above.get());
    }
    String how = means.lemma();
    above
        .filter(verb -> verb.is("VB") && MEANS.contains(how))
        .flatMap(verb -> subjects.of(s, verb))
        .ifPresent(a -> out.add(new Argument("adjunct", a.token(), "adjunct")));
  }

  /** "X contributed to the slide", "X led to a rise": X is the cause of what the noun names. */
  private void cause(Sentence s, Token preposition, List<Argument> out) {
    s.head(preposition)
        .filter(verb -> verb.is("VB") && words.causal().contains(verb.lemma()))
        .flatMap(verb -> subjects.of(s, verb))
        .ifPresent(a -> out.add(new Argument("cause", a.token(), "causal verb")));
  }

  /** "position X as an alternative to Y", "X emerged as a rival of Y". */
  private void as(Sentence s, Token preposition, List<Argument> out) {
    Optional<Token> verb = s.head(preposition).filter(v -> v.is("VB"));
    if (!preposition.lemma().equals("as") || verb.isEmpty()) {
      return;
    }
    boolean former = words.formerly(verb.get());
    Optional<Argument> presenter = subjects.of(s, verb.get());
    // "turned to X as an alternative": X is
    Optional<Token> turned =
        new NounPhrase(s, verb.get())
            .after("to").stream().filter(t -> t.index() < preposition.index()).findFirst();
    s.child(verb.get(), "dobj", "oprd")
        .or(() -> turned)
        .map(t -> new Argument("subject", t, "as"))
        .or(() -> presenter)
        .ifPresent(a -> out.add(new Argument(former ? "former" : "subject", a.token(), "as")));
    presenter.ifPresent(a -> out.add(new Argument("presenter", a.token(), "as")));
  }

  private List<Argument> adjective(Sentence s, Token adjective) {
    List<Argument> out = new ArrayList<>();
    prepositions(s, adjective, "direct", out);
    s.children(adjective, "xcomp", "acl")
        .forEach(t -> out.add(new Argument("complement", t, "direct")));
    s.children(adjective, "npadvmod", "compound")
        .forEach(t -> out.add(new Argument("prefix", t, "direct")));
    s.head(adjective)
        .ifPresent(
            above -> {
              if (adjective.relation().equals("acomp") || adjective.relation().equals("oprd")) {
                subjects
                    .of(s, above)
                    .ifPresent(a -> out.add(new Argument("subject", a.token(), "copula")));
              } else if (above.is("NN")) {
                out.add(new Argument("subject", above, "attributive"));
                beside(s, adjective, above, out);
                actor(s, adjective)
                    .ifPresent(a -> out.add(new Argument("actor", a.token(), "clause")));
              }
            });
    return List.copyOf(out);
  }
}
