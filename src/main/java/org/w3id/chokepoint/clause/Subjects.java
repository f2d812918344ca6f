package org.w3id.chokepoint.clause;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Finds the subject of a verb where English leaves it out or puts a relative pronoun. */
final class Subjects {
  private static final Set<String> RELATIVE = Set.of("WDT", "WP", "WP$");
  private static final int DEEPEST = 6;

  private final ModalityLexicon words;
  private final Parties parties;

  Subjects(ModalityLexicon words) {
    this.words = words;
    this.parties = new Parties(words);
  }

  /** The surface subject: of a passive it is who undergoes. */
  Optional<Argument> of(Sentence s, Token verb) {
    return of(s, verb, 0);
  }

  private Optional<Argument> of(Sentence s, Token verb, int depth) {
    Optional<Token> own = own(s, verb);
    if (own.isPresent()) {
      return Optional.of(resolve(s, verb, own.get(), "direct"));
    }
    if (depth > DEEPEST || verb.head() < 0) {
      return Optional.empty();
    }
    Token above = s.tokens().get(verb.head());
    Optional<Token> told = told(s, verb, above);
    if (told.isPresent()) {
      return Optional.of(new Argument("subject", told.get(), "relative"));
    }
    return switch (verb.relation()) {
      case "xcomp", "ccomp", "oprd" ->
          verb.relation().equals("ccomp") && !infinitive(s, verb)
              ? reduced(s, verb, above)
              : controlled(s, above, depth);
      case "relcl" ->
          infinitive(s, verb) && words.infinitiveNoun(above.lemma())
              ? modifier(s, verb, above, depth)
              : Optional.of(new Argument("subject", meant(s, verb, above), "relative"));
      case "acl" -> modifier(s, verb, above, depth);
      case "advcl" -> adverbial(s, verb, above, depth);
      case "conj", "dep", "npadvmod" ->
          above.is("VB")
              ? outer(s, above)
                  .map(t -> resolve(s, above, t, "direct"))
                  .or(() -> of(s, above, depth + 1))
                  .map(a -> as(a, dangling(s, verb, above) ? "dangling" : "shared"))
              : Optional.empty();
      case "pcomp" -> preposition(s, above, depth);
      case "nmod", "amod" -> Optional.of(new Argument("subject", titled(s, above), "participle"));
      default -> Optional.empty();
    };
  }

  /** "the Beijing-based upstart X": X, where the parser makes of the noun a word of the name. */
  private static Token titled(Sentence s, Token noun) {
    return s.head(noun)
        .filter(n -> noun.is("NN") && !noun.is("NNP") && noun.relation().equals("compound"))
        .filter(n -> n.is("NNP") && n.index() > noun.index())
        .orElse(noun);
  }

  /** "The ban announced Monday includes": the parser took a participle for the main verb. */
  private static Optional<Argument> reduced(Sentence s, Token verb, Token above) {
    boolean finite = verb.tag().matches("VBZ|VBP|VBD") && s.children(verb, "mark").isEmpty();
    boolean participle = above.tag().matches("VBD|VBN") && above.index() < verb.index();
    boolean together =
        participle
            && s.tokens().subList(above.index(), verb.index()).stream()
                .noneMatch(t -> t.tag().matches("[,:]|``|''"));
    return finite && together
        ? own(s, above).map(t -> new Argument("subject", t, "relative"))
        : Optional.empty();
  }

  /** "firms it says work with Y": a verb right behind one of speech has the noun before it. */
  private Optional<Token> told(Sentence s, Token verb, Token above) {
    boolean speech =
        verb.relation().matches("[cx]comp")
            && verb.tag().matches("VB|VB[PZD]")
            && verb.index() == above.index() + 1
            && above.index() > 1
            && (words.speech(above.lemma()).isPresent() || words.effect(above.lemma()).isPresent());
    Token pronoun = s.tokens().get(Math.max(0, above.index() - 1));
    return speech && pronoun.tag().equals("PRP") && pronoun.head() == above.index()
        ? Optional.of(s.tokens().get(above.index() - 2)).filter(t -> t.tag().matches("NNS?"))
        : Optional.empty();
  }

  /** "X, in which Y holds a stake, rents": X, where the parser put the main verb beside "holds". */
  private static Optional<Token> outer(Sentence s, Token above) {
    List<Token> all = s.children(above, "nsubj", "nsubjpass");
    return all.size() == 2 && inside(s, all) ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** "the startup Groq got": of two nouns side by side the name is the subject. */
  private static Optional<Token> own(Sentence s, Token verb) {
    List<Token> all = s.children(verb, "nsubj", "nsubjpass", "csubj");
    boolean titled =
        all.size() == 2
            && all.getFirst().is("NN")
            && all.get(1).is("NNP")
            && new NounPhrase(s, all.get(1))
                .modifiers().stream()
                    .map(Token::index)
                    .reduce(all.get(1).index(), Math::min)
                    .equals(all.getFirst().index() + 1);
    return titled || all.size() == 2 && inside(s, all)
        ? Optional.of(all.get(1))
        : all.stream().findFirst().or(() -> addressed(s, verb));
  }

  /** "Intel, meanwhile, expects": the parser takes for an address what the clause is about. */
  private static Optional<Token> addressed(Sentence s, Token verb) {
    return s.children(verb, "vocative").stream()
        .filter(t -> t.index() < verb.index())
        .flatMap(
            t ->
                Stream.concat(s.children(t, "nmod", "appos").stream(), Stream.of(t))
                    .filter(n -> n.is("NNP") && n.entity().matches(".-(ORG|GPE)")))
        .findFirst();
  }

  /** "X, in which Y holds": the parser gave the verb the subject of the clause around it too. */
  private static boolean inside(Sentence s, List<Token> two) {
    return s.tokens().subList(two.getFirst().index(), two.get(1).index()).stream()
        .anyMatch(t -> RELATIVE.contains(t.tag()));
  }

  /** "X and Y, which owns": one of them, the nearer. */
  private static Token meant(Sentence s, Token verb, Token noun) {
    // "X, not Y, that owns"
    if (noun.relation().equals("conj") && !s.children(noun, "neg").isEmpty()) {
      return s.head(noun).orElse(noun);
    }
    boolean one =
        verb.tag().equals("VBZ")
            || s.children(verb, "aux", "auxpass").stream().anyMatch(t -> t.tag().equals("VBZ"));
    return one ? new NounPhrase(s, noun).nearest(verb) : noun;
  }

  /** A relative pronoun stands for the noun that the clause modifies. */
  static Argument resolve(Sentence s, Token verb, Token subject, String how) {
    if (RELATIVE.contains(subject.tag())) {
      for (Token t = verb; t.head() >= 0; t = s.tokens().get(t.head())) {
        if (t.relation().equals("relcl")) {
          Token above = s.tokens().get(t.head());
          // "invested $4 billion in X, which will": no sum does anything
          Token noun = above.is("CD") ? before(s, subject).orElse(above) : above;
          boolean agrees = subject.relation().startsWith("nsubj");
          return new Argument("subject", agrees ? meant(s, verb, noun) : noun, "relative");
        }
      }
      // "China, which is competing": the parser missed that the clause belongs to the noun
      Optional<Token> before = before(s, subject);
      if (before.isPresent()) {
        return new Argument("subject", before.get(), "relative");
      }
    }
    return new Argument("subject", subject, how);
  }

  /** The noun that a relative pronoun follows. */
  private static Optional<Token> before(Sentence s, Token pronoun) {
    return s.tokens().subList(0, pronoun.index()).reversed().stream()
        .filter(t -> !t.tag().equals(",") && t.index() != pronoun.head())
        .findFirst()
        .filter(t -> t.is("NN"));
  }

  /** "urged X to stop": X stops; "X plans to stop": X stops. */
  private Optional<Argument> controlled(Sentence s, Token above, int depth) {
    Optional<Token> object = s.child(above, "dobj", "nsubjpass", "dative", "iobj");
    if (object.isPresent() && above.is("VB") && words.objectControl().contains(above.lemma())) {
      return Optional.of(as(resolve(s, above, object.get(), "control"), "control"));
    }
    if (above.is("VB")) {
      return parties
          .charged(s, above)
          .map(t -> new Argument("subject", t, "control"))
          .or(() -> of(s, above, depth + 1).map(a -> as(a, "control")));
    }
    return s.child(above, "poss")
        .map(p -> new Argument("subject", p, "control"))
        .or(() -> s.head(above).filter(v -> v.is("VB")).flatMap(v -> of(s, v, depth + 1)));
  }

  private Optional<Argument> modifier(Sentence s, Token verb, Token noun, int depth) {
    if (!infinitive(s, verb)) {
      return Optional.of(new Argument("subject", noun, "participle"));
    }
    Optional<Token> party = parties.party(s, noun);
    if (party.isPresent()) {
      return party.map(t -> new Argument("subject", t, "control"));
    }
    Optional<Token> owner = parties.owner(s, noun);
    if (owner.isPresent()) {
      return Optional.of(new Argument("subject", owner.get(), "control"));
    }
    // "puts X in a position to compete": X competes
    Optional<Token> placed =
        s.head(noun)
            .filter(p -> p.is("IN"))
            .flatMap(p -> s.head(p))
            .filter(v -> v.is("VB"))
            .flatMap(v -> s.child(v, "dobj"));
    if (placed.isPresent()) {
      return placed.map(t -> new Argument("subject", t, "control"));
    }
    Optional<Token> above = s.head(noun);
    while (above.isPresent() && above.get().is("IN")) {
      above = s.head(above.get());
    }
    return above
        .filter(v -> v.is("VB"))
        .flatMap(v -> of(s, v, depth + 1))
        .map(a -> as(a, "control"));
  }

  private Optional<Argument> adverbial(Sentence s, Token verb, Token above, int depth) {
    if (!above.is("VB")) {
      return Optional.empty();
    }
    Optional<Token> given = infinitive(s, verb) ? s.child(above, "dative") : Optional.empty();
    if (given.isPresent()) {
      return given.map(t -> new Argument("subject", t, "control"));
    }
    Optional<Token> asked = infinitive(s, verb) ? asked(s, above) : Optional.empty();
    if (asked.isPresent()) {
      return asked.map(t -> new Argument("subject", t, "control"));
    }
    Optional<Token> charged = infinitive(s, verb) ? parties.charged(s, above) : Optional.empty();
    if (charged.isPresent()) {
      return charged.map(t -> new Argument("subject", t, "control"));
    }
    Optional<Token> party =
        infinitive(s, verb)
            ? s.children(above, "dobj").stream()
                .flatMap(o -> parties.party(s, o).or(() -> parties.planner(s, o)).stream())
                .findFirst()
            : Optional.empty();
    return party
        .map(t -> new Argument("subject", t, "control"))
        .or(
            () ->
                of(s, above, depth + 1)
                    .map(a -> as(a, dangling(s, verb, above) ? "dangling" : "shared")));
  }

  /** "sided with the agency in a case accusing X": no comma, so the noun before may be meant. */
  private static boolean dangling(Sentence s, Token verb, Token above) {
    return verb.relation().equals("advcl")
        && verb.tag().matches("VBG|VBN")
        && verb.index() > above.index() + 1
        && s.children(verb, "mark").isEmpty()
        && s.children(verb, "prep", "advmod").stream().noneMatch(t -> t.index() < verb.index())
        && !s.tokens().get(verb.index() - 1).form().matches("[,–—:;-]+|and|while|when|after|by");
  }

  private Optional<Argument> preposition(Sentence s, Token preposition, int depth) {
    Optional<Token> above = s.head(preposition);
    if (above.isEmpty()) {
      return Optional.empty();
    }
    if (above.get().is("JJ")) {
      return s.head(above.get())
          .filter(v -> v.is("VB"))
          .flatMap(v -> of(s, v, depth + 1))
          .map(a -> as(a, "control"));
    }
    if (preposition.lemma().equals("into") && words.speech(above.get().lemma()).isPresent()) {
      return Optional.empty(); // "said X armed Y into using": the parser missed a verb
    }
    if (above.get().is("VB")) {
      boolean accused =
          words.accusing().contains(above.get().lemma())
              && preposition.lemma().matches("of|for|with|over|by");
      List<Token> objects =
          accused || preposition.lemma().matches("from|into")
              ? undergoing(s, above.get())
              : List.of();
      return objects.isEmpty()
          ? of(s, above.get(), depth + 1).map(a -> as(a, "control"))
          : Optional.of(as(resolve(s, above.get(), objects.getFirst(), "control"), "control"));
    }
    return s.child(above.get(), "poss").map(p -> new Argument("subject", p, "control"));
  }

  static boolean infinitive(Sentence s, Token verb) {
    return s.children(verb, "aux").stream().anyMatch(t -> t.tag().equals("TO"));
  }

  /** "fined X $5 million for selling", "sued X for selling": X sold. */
  private static List<Token> undergoing(Sentence s, Token verb) {
    List<Token> given =
        s.children(verb, "dative", "iobj").stream().filter(t -> !t.is("IN")).toList();
    return given.isEmpty() ? s.children(verb, "dobj", "nsubjpass") : given;
  }

  /** "lobbied X all year to permit": who is asked, where the parser takes it for a purpose. */
  Optional<Token> asked(Sentence s, Token verb) {
    return s.child(verb, "dobj")
        .filter(t -> t.is("NNP") && controls(verb))
        .filter(t -> words.effect(verb.lemma()).equals(Optional.of("Prospective")));
  }

  private boolean controls(Token verb) {
    return words.objectControl().contains(verb.lemma());
  }

  /** "lets X sell", "made X stop": the verb without "to" tells what X does at another's will. */
  boolean bare(Sentence s, Token verb, Token complement) {
    return controls(verb)
        && complement.tag().matches("VBP?")
        && s.children(complement, "aux", "auxpass", "mark").isEmpty();
  }

  private static Argument as(Argument a, String how) {
    return new Argument("subject", a.token(), how);
  }

  /** "chips Nvidia designed", "chips that Nvidia designed": the noun is what was designed. */
  static boolean relativeObject(Sentence s, Token verb) {
    return s.children(verb, "nsubj").stream().anyMatch(t -> !t.is("W"));
  }
}
