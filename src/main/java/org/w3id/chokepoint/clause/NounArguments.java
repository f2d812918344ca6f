package org.w3id.chokepoint.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** The arguments of nouns and adjectives: whose, of what, beside what, said of whom. */
final class NounArguments {
  private static final Set<String> BESIDE = Set.of("compound", "nmod", "amod");

  private final ModalityLexicon words;
  private final Subjects subjects;
  private final Prepositions prepositions;
  private final Doers doers;

  NounArguments(ModalityLexicon words, Subjects subjects, Prepositions prepositions) {
    this.words = words;
    this.subjects = subjects;
    this.prepositions = prepositions;
    this.doers = new Doers(words, subjects, prepositions);
  }

  List<Argument> of(Sentence s, Token noun) {
    List<Argument> out = new ArrayList<>();
    NounPhrase phrase = new NounPhrase(s, noun);
    phrase
        .possessor()
        .or(() -> caption(s, noun).flatMap(h -> s.child(h, "poss")))
        .filter(t -> !noun.entity().endsWith("-PERSON") || !broken(s, t, noun))
        .ifPresent(t -> out.add(new Argument("possessor", whose(s, noun, t), "possessive")));
    s.children(noun).stream()
        .filter(t -> t.index() < noun.index() && BESIDE.contains(t.relation()))
        .filter(t -> !broken(s, t, noun))
        .flatMap(t -> Stream.concat(hyphened(s, t), Stream.of(t)))
        .forEach(t -> out.add(new Argument("modifier", t, "compound")));
    s.children(noun, "det").forEach(t -> out.add(new Argument("determiner", t, "direct")));
    verb(s, noun).ifPresent(v -> out.add(new Argument("verb", v, "direct")));
    Offices.body(s, noun).ifPresent(t -> out.add(new Argument("after", t, "apposition")));
    Offices.titled(s, noun, out);
    Offices.line(s, noun).ifPresent(t -> out.add(new Argument("line", t, "apposition")));
    caption(s, noun).ifPresent(t -> out.add(new Argument("caption", t, "title")));
    prepositions.add(s, noun, "direct", out);
    // "licenses valid for exports"
    s.children(noun).stream()
        .filter(t -> t.index() > noun.index() && t.is("JJ") && !t.relation().equals("conj"))
        .forEach(t -> prepositions.add(s, t, "direct", out));
    adjacent(s, noun, out);
    s.children(noun, "acl").stream()
        .filter(t -> t.is("VB"))
        .forEach(t -> out.add(new Argument("complement", t, "direct")));
    Optional<Token> named = Offices.person(s, noun);
    named.ifPresentOrElse(
        t -> out.add(new Argument("subject", t, "apposition")),
        () -> s.head(noun).ifPresent(above -> subject(s, noun, above, out)));
    doers.relative(s, noun, out);
    doers.actor(s, noun).ifPresent(a -> out.add(new Argument("actor", a.token(), "clause")));
    return List.copyOf(out);
  }

  List<Argument> ofAdjective(Sentence s, Token adjective) {
    List<Argument> out = new ArrayList<>();
    prepositions.add(s, adjective, "direct", out);
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
                doers
                    .actor(s, adjective)
                    .ifPresent(a -> out.add(new Argument("actor", a.token(), "clause")));
              }
            });
    return List.copyOf(out);
  }

  /** The verb that a noun is the object of, also counted: "buys most of its chips". */
  private Optional<Token> verb(Sentence s, Token noun) {
    Optional<Token> counted =
        s.head(noun)
            .filter(p -> p.lemma().equals("of"))
            .flatMap(s::head)
            .filter(t -> words.quantifiers().contains(t.lemma()));
    return counted.isPresent()
        ? verb(s, counted.get())
        : s.head(noun).filter(v -> v.is("VB") && noun.relation().equals("dobj"));
  }

  /** "U.S." beside "India" in "the U.S.-India partnership". */
  private static Stream<Token> hyphened(Sentence s, Token name) {
    return s.children(name, "compound", "nmod").stream()
        .filter(t -> t.is("NNP") && name.is("NNP") && t.index() == name.index() - 2)
        .filter(t -> s.tokens().get(name.index() - 1).form().matches("[-\u2013]"));
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
    // "the head of X's unit, Smith": the parser hangs the person on the nearest noun
    new NounPhrase(s, noun)
        .after("of").stream()
            .flatMap(t -> s.children(t, "appos").stream())
            .filter(t -> t.entity().endsWith("-PERSON"))
            .forEach(t -> out.add(new Argument("subject", t, "apposition")));
    ahead(s, noun).ifPresent(t -> out.add(new Argument("subject", t, "title")));
    switch (noun.relation()) {
      case "attr", "oprd" ->
          (named(s, above) ? called(s, noun, above) : subjects.of(s, above))
              .ifPresent(
                  a ->
                      out.add(
                          new Argument(
                              words.past(s, above) ? "former" : "subject", a.token(), "copula")));
      case "appos" -> {
        if (new NounPhrase(s, noun).listed()) {
          return;
        }
        // "X and Y, suppliers of Z": a plural is said of both
        boolean several = noun.tag().equals("NNS") && above.is("NNP");
        Token name = several ? above : new NounPhrase(s, above).nearest(noun);
        out.add(new Argument("subject", name, "apposition"));
        s.children(above, "appos").stream()
            .filter(t -> t.index() > noun.index())
            .forEach(t -> out.add(new Argument("apposed", t, "apposition")));
      }
      case "conj" -> {
        switch (above.relation()) {
          case "appos", "attr" -> s.head(above).ifPresent(h -> subject(s, above, h, out));
          case "dobj" -> s.head(above).ifPresent(v -> doers.performed(s, "dobj", v, out));
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
      case "dobj", "nsubjpass" -> doers.performed(s, noun.relation(), above, out);
      case "npadvmod" ->
          subjects
              .of(s, above)
              .ifPresent(a -> out.add(new Argument("performer", a.token(), "adjunct")));
      case "pobj" -> {
        // "X is among the investors"
        s.head(above)
            .filter(v -> above.lemma().equals("among") && v.lemma().equals("be"))
            .flatMap(v -> subjects.of(s, v))
            .ifPresent(a -> out.add(new Argument("subject", a.token(), "copula")));
        oneOf(s, above).ifPresent(one -> s.head(one).ifPresent(h -> subject(s, one, h, out)));
        doers.as(s, above, out);
        doers.cause(s, above, out);
        doers.adjunct(s, above, out);
        doers.amount(s, above, out);
        holder(s, above, out);
      }
      default -> {}
    }
  }

  private boolean named(Sentence s, Token verb) {
    return words.appointing().contains(verb.lemma())
        && s.children(verb, "nsubjpass", "auxpass").isEmpty()
        && !s.children(verb, "nsubj").isEmpty();
  }

  /**
   * "named X chief executive": X is, also where the parser makes of the name a word of the title.
   */
  private static Optional<Argument> called(Sentence s, Token title, Token verb) {
    return s.child(verb, "dobj")
        .or(
            () ->
                s.children(title, "compound", "nmod").stream()
                    .filter(t -> t.entity().matches("[LU]-PERSON"))
                    .reduce((a, b) -> b))
        .map(t -> new Argument("subject", t, "copula"));
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

  /** "one of X's rivals", "the largest of its suppliers": said of whom "one" is said of. */
  private Optional<Token> oneOf(Sentence s, Token preposition) {
    return s.head(preposition)
        .filter(t -> preposition.lemma().equals("of"))
        .filter(t -> t.is("CD") || words.partitives().contains(t.lemma()));
  }

  /** "a startup with backing from X": who has what the noun names. */
  private static void holder(Sentence s, Token preposition, List<Argument> out) {
    s.head(preposition)
        .filter(t -> t.is("NN") && preposition.lemma().equals("with"))
        .ifPresent(t -> out.add(new Argument("holder", t, "with")));
  }
}
