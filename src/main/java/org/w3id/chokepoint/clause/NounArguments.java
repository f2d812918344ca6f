package org.w3id.chokepoint.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** The arguments of nouns and adjectives: whose, of what, beside what, said of whom. */
final class NounArguments {
  private static final Pattern ROW = Pattern.compile("NNP?|JJ|CC|HYPH|IN|DT");
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
    s.head(noun)
        .filter(v -> v.is("VB") && noun.relation().equals("dobj"))
        .ifPresent(v -> out.add(new Argument("verb", v, "direct")));
    after(s, noun)
        .or(() -> before(s, noun))
        .ifPresent(t -> out.add(new Argument("after", t, "apposition")));
    titled(s, noun, out);
    line(s, noun).ifPresent(t -> out.add(new Argument("line", t, "apposition")));
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
    Optional<Token> named = holder(s, noun).or(() -> row(s, noun));
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

  /** "U.S." beside "India" in "the U.S.-India partnership". */
  private static Stream<Token> hyphened(Sentence s, Token name) {
    return s.children(name, "compound", "nmod").stream()
        .filter(t -> t.is("NNP") && name.is("NNP") && t.index() == name.index() - 2)
        .filter(t -> s.tokens().get(name.index() - 1).form().matches("[-\u2013]"));
  }

  /** "Undersecretary of State for Economic Affairs Manisha Singh": whose office it is. */
  private static Optional<Token> holder(Sentence s, Token title) {
    List<Token> after = s.tokens().subList(title.index() + 1, s.tokens().size());
    List<Token> body =
        after.stream()
            .takeWhile(t -> !t.entity().endsWith("-PERSON"))
            .takeWhile(t -> t.form().matches("of|for|the|and|&") || t.is("NNP"))
            .toList();
    boolean office =
        Character.isUpperCase(title.form().codePointAt(0))
            && body.size() > 1
            && body.getFirst().form().matches("of|for")
            && body.getLast().is("NNP");
    return after.stream()
        .skip(body.size())
        .takeWhile(t -> t.is("NNP") && t.entity().endsWith("-PERSON"))
        .limit(office ? 4 : 0)
        .reduce((a, b) -> b);
  }

  /** "Tim Cook" for "CEO" in "Tim Cook, CEO, Apple, and Lisa Su, CEO, AMD": who stands before. */
  private static Optional<Token> row(Sentence s, Token noun) {
    int first = noun.index();
    while (first > 0 && ROW.matcher(s.tokens().get(first - 1).tag()).matches()) {
      first--;
    }
    // "X, and the director of Y, Z" speaks of another
    int comma = s.tokens().get(first).tag().equals("CC") ? -1 : first - 1;
    boolean last =
        s.tokens().stream()
            .skip(noun.index() + 1)
            .takeWhile(t -> t.form().matches("of|for|the|&") || t.is("NNP"))
            .noneMatch(t -> t.entity().endsWith("-PERSON"));
    boolean whole =
        last && noun.index() + 1 < s.tokens().size() && !s.tokens().get(noun.index() + 1).is("NN");
    return Optional.of(noun)
        .filter(t -> t.tag().matches("NNP?") && whole && !t.entity().endsWith("-PERSON"))
        .filter(t -> comma > 0 && s.tokens().get(comma).form().equals(","))
        .map(t -> s.tokens().get(comma - 1))
        .filter(t -> t.is("NNP") && t.entity().endsWith("-PERSON"));
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
            || tokens.get(last + 1).form().equals("The")
            || tokens.get(last + 1).form().matches("of|&|for|and|the|-"))) {
      last++;
    }
    boolean closed =
        last + 1 >= tokens.size()
            || tokens.get(last + 1).form().matches("[:(]")
            || row(s, noun).isPresent() && tokens.get(last + 1).form().matches("[,;.]");
    return last > comma && closed ? Optional.of(tokens.get(last)) : Optional.empty();
  }

  /** "called Apple Chief Operating Officer X as a witness": a title is of what touches it. */
  private static void titled(Sentence s, Token title, List<Argument> out) {
    int last = title.index() + 1;
    if (last >= s.tokens().size()
        || !title.is("NN")
        || !s.tokens().get(last).entity().matches("[BU]-PERSON")
        || title.relation().matches("compound|nmod")) {
      return;
    }
    while (last + 1 < s.tokens().size()
        && s.tokens().get(last + 1).entity().matches("[IL]-PERSON")) {
      last++;
    }
    out.add(new Argument("subject", s.tokens().get(last), "title"));
    s.tokens().subList(0, title.index()).reversed().stream()
        .takeWhile(t -> t.is("NNP"))
        .forEach(t -> out.add(new Argument("modifier", t, "title")));
  }

  /** "Stifel, Kevin Cassidy", "Stifel (Kevin Cassidy)": a line of two names and nothing else. */
  private static Optional<Token> line(Sentence s, Token name) {
    List<Token> marks = s.tokens().stream().filter(t -> t.form().matches("[,(]")).toList();
    boolean names =
        s.tokens().stream().allMatch(t -> t.is("NNP") || t.form().matches("[,()&.-]|of|for|and"));
    if (marks.size() != 1 || !names || !name.is("NNP")) {
      return Optional.empty();
    }
    boolean first = name.index() < marks.getFirst().index();
    return s.tokens().reversed().stream()
        .filter(t -> t.is("NNP") && t.index() < marks.getFirst().index() != first)
        .findFirst();
  }

  /** "Department of Energy, Secretary Jennifer Granholm": in a line without a verb. */
  private static Optional<Token> before(Sentence s, Token noun) {
    int first = noun.index();
    while (first > 0 && s.tokens().get(first - 1).is("NNP")) {
      first--;
    }
    boolean line = s.tokens().stream().noneMatch(t -> t.tag().matches("VB.*|MD"));
    return first > 1 && line && s.tokens().get(first - 1).form().equals(",")
        ? Optional.of(s.tokens().get(first - 2)).filter(t -> t.is("NNP"))
        : Optional.empty();
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
          subjects
              .of(s, above)
              .ifPresent(
                  a ->
                      out.add(
                          new Argument(
                              words.past(s, above) ? "former" : "subject", a.token(), "copula")));
      case "appos" -> {
        if (new NounPhrase(s, noun).listed()) {
          return;
        }
        out.add(new Argument("subject", new NounPhrase(s, above).nearest(noun), "apposition"));
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
