package org.w3id.chokepoint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Undoes what the parser gets wrong again and again around names that are described. */
final class Misreadings {
  private static final Set<String> ADRIFT = Set.of("npadvmod", "discourse", "dep", "advmod");
  private static final Set<String> PLACES = Set.of("dobj", "pobj", "nsubj", "nsubjpass", "conj");

  private static final Set<String> VERBS_TOO =
      Set.of(
          "supply",
          "design",
          "market",
          "ship",
          "license",
          "produce",
          "purchase",
          "fund",
          "back",
          "rival",
          "target",
          "use",
          "process",
          "export",
          "import",
          "plan",
          "lease",
          "own",
          "run");

  private Misreadings() {}

  /** The edges of the words, put right. */
  static List<Edge> mended(Sentence s) {
    List<Edge> edges = new ArrayList<>(s.tokens().getFirst().tree().edges());
    verb(s).ifPresent(v -> predicate(s, v, edges));
    for (Token t : s.tokens()) {
      if (t.relation().equals("acl") && t.head() >= 0) {
        both(s, s.tokens().get(t.head()))
            .ifPresent(n -> edges.set(t.index(), new Edge("acl", n.index())));
      }
      if (t.is("IN") && t.relation().equals("conj") && t.index() > 0) {
        twin(s, t).ifPresent(p -> edges.set(t.index(), new Edge(p.relation(), p.head())));
      }
      if (t.is("DT") && both(s, t).isPresent()) {
        edges.set(t.index(), new Edge("advmod", t.head()));
      }
      described(s, t)
          .ifPresent(
              name -> {
                edges.set(name.index(), new Edge(t.relation(), t.head()));
                edges.set(t.index(), new Edge("appos", name.index()));
              });
      Openers.mend(s, t, edges);
      Shares.mend(s, t, edges);
      aside(s, t).ifPresent(how -> edges.set(t.index(), new Edge(how, t.head())));
      beside(s, t).ifPresent(n -> edges.set(t.index(), new Edge(t.relation(), n)));
      if (name(t) && ADRIFT.contains(t.relation()) && t.head() >= 0) {
        subject(s, t).ifPresent(described -> swap(edges, t, described, "appos"));
        title(s, t).ifPresent(title -> swap(edges, t, title, "compound"));
      }
    }
    List<Edge> mended = List.copyOf(edges);
    return tree(s.in(new Tree(() -> mended))) ? mended : s.tokens().getFirst().tree().edges();
  }

  /** "X and Y, both backed by Z, were": those that "both" means. */
  private static Optional<Token> both(Sentence s, Token pronoun) {
    boolean counts =
        pronoun.form().matches("both|all|each") && pronoun.relation().startsWith("nsubj");
    return s.tokens().subList(0, pronoun.index()).reversed().stream()
        .filter(t -> counts && t.head() == pronoun.head() && t.relation().startsWith("nsubj"))
        .findFirst();
  }

  /** "X and Y, suppliers of Z, have": the parser takes what X and Y are for the subject. */
  private static Optional<Token> described(Sentence s, Token noun) {
    if (!noun.tag().matches("NNS?") || !noun.relation().startsWith("nsubj")) {
      return Optional.empty();
    }
    boolean enclosed =
        s.tokens().subList(noun.index(), Math.max(noun.index(), noun.head())).stream()
            .anyMatch(t -> t.form().equals(","));
    return s.tokens().subList(0, noun.index()).stream()
        .filter(t -> enclosed && t.is("NNP"))
        .filter(
            t ->
                t.head() == noun.head() && t.relation().equals(noun.relation())
                    || t.head() == noun.index() && t.relation().matches("nmod|compound"))
        .filter(t -> commaAfter(s, t, noun))
        .findFirst();
  }

  /** Whether what a name is coordinated with ends in a comma before a noun. */
  private static boolean commaAfter(Sentence s, Token name, Token noun) {
    int last = name.index();
    while (last + 1 < noun.index() && s.dominates(name, s.tokens().get(last + 1))) {
      last++;
    }
    return s.tokens().subList(last, Math.min(last + 2, noun.index())).stream()
        .anyMatch(t -> t.form().equals(","));
  }

  /** The same words where one that was taken for a noun is the verb. */
  static Sentence verbal(Sentence s) {
    Optional<Token> verb = verb(s).filter(v -> mended(s).get(v.index()).head() < 0);
    List<Token> words = new ArrayList<>(s.tokens());
    verb.ifPresent(v -> words.set(v.index(), v.tagged("VBP")));
    return verb.isEmpty()
        ? s
        : new Sentence(s.index(), s.block(), s.text(), s.begin(), s.end(), List.copyOf(words));
  }

  /**
   * "X and Y supply chips to Z": the parser takes the verb for a noun and finds no predicate. Most
   * sentences have one, which is seen without the tree.
   */
  private static Optional<Token> verb(Sentence s) {
    boolean none = s.tokens().stream().noneMatch(t -> t.tag().matches("VB[ZDP]|MD"));
    return s.tokens().stream()
        .filter(t -> none && t.index() > 2)
        .filter(t -> t.tag().equals("NN") && VERBS_TOO.contains(t.form()))
        .filter(t -> t.relation().matches("compound|nmod") && root(s).tag().matches("NNS?"))
        .filter(t -> t.index() < root(s).index() && named(s, t, root(s)).isPresent())
        .findFirst();
  }

  /** The coordinated names right before a word, one of which hangs on the root. */
  private static Optional<Token> named(Sentence s, Token verb, Token root) {
    return s.children(root, "nmod", "compound").stream()
        .filter(n -> n.is("NNP") && n.index() < verb.index())
        .filter(n -> s.children(n, "conj").stream().anyMatch(c -> c.index() == verb.index() - 1))
        .findFirst();
  }

  private static void predicate(Sentence s, Token verb, List<Edge> edges) {
    Token root = root(s);
    int v = verb.index();
    for (Token t : s.tokens()) {
      if (t.head() == root.index() && (t.relation().matches("prep|punct") || t.index() < v)) {
        edges.set(t.index(), new Edge(t.is("NNP") ? "nsubj" : t.relation(), v));
      }
    }
    edges.set(root.index(), new Edge("dobj", v));
    edges.set(v, new Edge("root", -1));
  }

  /** Whether each word leads to a root: on odd text two repairs might close a circle. */
  static boolean tree(Sentence s) {
    List<Token> roots = s.tokens().stream().filter(t -> t.head() < 0).toList();
    return s.tokens().stream().allMatch(t -> roots.stream().anyMatch(r -> s.dominates(r, t)));
  }

  /** "X said in a letter, Y reports.": the last two words say who tells it, not what X said. */
  private static Optional<String> aside(Sentence s, Token verb) {
    int before = verb.index() - 2;
    boolean last = verb.index() == s.tokens().size() - 2;
    return Optional.of("parataxis")
        .filter(r -> last && before > 0 && verb.tag().matches("VB[ZDP]"))
        .filter(r -> verb.relation().equals("ccomp") && verb.head() < before)
        .filter(r -> s.tokens().get(verb.index() - 1).relation().equals("nsubj"))
        .filter(r -> s.tokens().get(before).form().equals(","));
  }

  /**
   * "phones use software made by X": made is what stands right before, not the subject. "X's 8-core
   * chips": X has the chips, not the cores.
   */
  private static Optional<Integer> beside(Sentence s, Token t) {
    if (t.head() < 0 || t.index() == 0) {
      return Optional.empty();
    }
    Token above = s.tokens().get(t.head());
    Token before = s.tokens().get(t.index() - 1);
    if (t.relation().equals("acl") && t.tag().equals("VBN") && above.is("NN")) {
      boolean verbBetween =
          before.index() > above.index()
              && s.tokens().subList(above.index(), t.index()).stream()
                  .anyMatch(v -> v.tag().matches("VB[DPZ]?") && v.head() != t.index());
      return Optional.of(before.index())
          .filter(i -> verbBetween && before.tag().matches("NNS?"))
          .filter(i -> PLACES.contains(before.relation()));
    }
    boolean inner =
        t.relation().equals("poss")
            && above.tag().matches("NNS?")
            && above.relation().matches("compound|nmod");
    return inner
        ? s.head(above)
            .flatMap(n -> n.relation().matches("compound|nmod") ? s.head(n) : Optional.of(n))
            .filter(n -> n.tag().matches("NNS?") && n.index() > t.index())
            .map(Token::index)
        : Optional.empty();
  }

  /** "works with X on chips and with Y on models": the second hangs where the first does. */
  private static Optional<Token> twin(Sentence s, Token preposition) {
    boolean second = s.tokens().get(preposition.index() - 1).tag().equals("CC");
    return s.tokens().subList(0, preposition.index()).reversed().stream()
        .filter(t -> second && t.lemma().equals(preposition.lemma()))
        .filter(t -> t.relation().equals("prep"))
        .findFirst();
  }

  /** "X, the designer owned by Y, plans": the parser takes "designer" for the subject. */
  private static Optional<Token> subject(Sentence s, Token name) {
    int next = name.index() + 1;
    if (next >= s.tokens().size() || !s.tokens().get(next).form().equals(",")) {
      return Optional.empty();
    }
    Token above = s.tokens().get(name.head());
    Token verb = above.is("VB") ? above : root(s);
    return s.child(verb, "nsubj", "nsubjpass")
        .filter(noun -> noun.index() > next && noun.index() < verb.index() && noun.is("NN"))
        .filter(noun -> !noun.is("NNP") && begins(s, noun) - next <= 2)
        .filter(
            noun ->
                s.tokens().subList(noun.index(), verb.index()).stream()
                    .anyMatch(t -> t.form().equals(",")));
  }

  /** "bought the startup X": the parser leaves the name behind the noun without a place. */
  private static Optional<Token> title(Sentence s, Token name) {
    int first = begins(s, name);
    boolean all = s.tokens().subList(first, name.index()).stream().allMatch(t -> t.is("NNP"));
    return first == 0 || !all
        ? Optional.empty()
        : Optional.of(s.tokens().get(first - 1))
            .filter(noun -> noun.tag().equals("NN") && PLACES.contains(noun.relation()))
            .filter(noun -> noun.head() == name.head())
            .filter(noun -> Character.isLowerCase(noun.form().codePointAt(0)));
  }

  private static Token root(Sentence s) {
    return s.tokens().stream().filter(t -> t.head() < 0).findFirst().orElse(s.tokens().getFirst());
  }

  static int begins(Sentence s, Token noun) {
    int first = noun.index();
    while (first > 0 && s.dominates(noun, s.tokens().get(first - 1))) {
      first--;
    }
    return first;
  }

  /** The name takes the place of the noun, which hangs on it from now on. */
  private static void swap(List<Edge> edges, Token name, Token noun, String relation) {
    edges.set(name.index(), new Edge(noun.relation(), noun.head()));
    edges.set(noun.index(), new Edge(relation, name.index()));
  }

  private static boolean name(Token t) {
    return t.is("NNP") && !t.entity().matches(".-(DATE|TIME)")
        || t.is("NN") && t.entity().matches(".-(ORG|PERSON|PRODUCT)");
  }
}
