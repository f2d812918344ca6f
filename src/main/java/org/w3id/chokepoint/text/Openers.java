package org.w3id.chokepoint.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Undoes what the parser gets wrong where a name or "after", "as" or "since" opens a sentence. */
final class Openers {
  private static final Set<String> CLAUSAL = Set.of("as", "since", "after", "before", "until");

  private Openers() {}

  /** Puts right what a word opens, or what it is the verb of. */
  static void mend(Sentence s, Token t, List<Edge> edges) {
    opener(s, t).ifPresent(as -> clause(s, as, edges));
    follower(s, t).ifPresent(verb -> clause(s, t, verb, edges));
    described(s, t).ifPresent(name -> title(s, t, name, edges));
    called(s, t).ifPresent(verb -> edges.set(t.index(), new Edge(subject(s, verb), verb.index())));
  }

  /** "X, short of chips, turned to Y": the parser takes X for somebody who is spoken to. */
  private static Optional<Token> called(Sentence s, Token name) {
    Optional<Token> verb = s.head(name).filter(h -> name.relation().equals("vocative"));
    while (verb.filter(v -> v.relation().matches("advcl|ccomp")).isPresent()) {
      verb = s.head(verb.get());
    }
    return verb.filter(v -> name.is("NNP") && Misreadings.begins(s, name) == 0)
        .filter(v -> v.is("VB") && v.index() > name.index())
        .filter(v -> s.children(v, "nsubj", "nsubjpass", "expl").isEmpty())
        .filter(v -> finite(s, v));
  }

  private static boolean finite(Sentence s, Token verb) {
    return verb.tag().matches("VB[DPZ]")
        || s.children(verb, "aux", "auxpass").stream().anyMatch(t -> t.tag().matches("VB[DPZ]|MD"));
  }

  private static String subject(Sentence s, Token verb) {
    return s.children(verb, "auxpass").isEmpty() ? "nsubj" : "nsubjpass";
  }

  /** "As X and Y deepen ties, Z": the parser takes the clause's subject for what "as" governs. */
  private static Optional<Token> opener(Sentence s, Token verb) {
    boolean finite =
        verb.relation().equals("advcl")
            && verb.tag().matches("VB[DPZ]?")
            && s.children(verb, "nsubj", "nsubjpass", "aux", "mark").isEmpty();
    return s.children(verb, "prep").stream()
        .filter(p -> finite && CLAUSAL.contains(p.lemma()) && p.index() < verb.index())
        .filter(p -> s.child(p, "pobj").isPresent())
        .filter(p -> s.dominates(p, s.tokens().get(verb.index() - 1)))
        .findFirst();
  }

  private static void clause(Sentence s, Token opener, List<Edge> edges) {
    edges.set(opener.index(), new Edge("mark", opener.head()));
    s.children(opener, "pobj").forEach(t -> edges.set(t.index(), new Edge("nsubj", opener.head())));
  }

  /**
   * "sold it after X and Y had stopped": the parser takes what stopped for what "after" governs.
   */
  private static Optional<Token> follower(Sentence s, Token opener) {
    if (!opener.is("IN") || !CLAUSAL.contains(opener.lemma()) || opener.head() < 0) {
      return Optional.empty();
    }
    return s.child(opener, "pobj")
        .map(noun -> ends(s, opener) + 1)
        .filter(next -> next < s.tokens().size())
        .map(next -> s.tokens().get(next))
        .filter(t -> t.tag().matches("VB[DPZ]|MD"))
        .map(t -> t.relation().startsWith("aux") ? s.tokens().get(t.head()) : t)
        .filter(v -> v.relation().matches("root|dep|parataxis|conj|ccomp|advcl"))
        .filter(v -> s.children(v, "nsubj", "nsubjpass", "expl", "mark").isEmpty())
        .filter(v -> !s.dominates(v, opener) && !s.dominates(opener, v));
  }

  private static void clause(Sentence s, Token opener, Token verb, List<Edge> edges) {
    String role = subject(s, verb);
    s.children(opener, "pobj").forEach(t -> edges.set(t.index(), new Edge(role, verb.index())));
    edges.set(verb.index(), new Edge("advcl", opener.head()));
    edges.set(opener.index(), new Edge("mark", verb.index()));
  }

  /**
   * "after rival X raised": the parser takes "rival" for what "after" governs, not for X's title.
   */
  private static Optional<Token> described(Sentence s, Token opener) {
    if (!opener.is("IN") || !CLAUSAL.contains(opener.lemma()) || opener.head() < 0) {
      return Optional.empty();
    }
    return s.child(opener, "pobj")
        .filter(noun -> noun.tag().equals("NN") && noun.index() == ends(s, opener))
        .filter(noun -> s.children(noun, "det").isEmpty())
        .filter(noun -> noun.index() + 1 < s.tokens().size())
        .flatMap(
            noun ->
                s.tokens().subList(noun.index() + 1, s.tokens().size()).stream()
                    .filter(t -> t.is("NNP") && t.relation().matches("nsubj|nsubjpass"))
                    .filter(t -> Misreadings.begins(s, t) == noun.index() + 1)
                    .findFirst())
        .filter(name -> s.tokens().get(name.head()).is("VB"))
        .filter(name -> !s.dominates(s.tokens().get(name.head()), opener));
  }

  private static void title(Sentence s, Token opener, Token name, List<Edge> edges) {
    s.children(opener, "pobj")
        .forEach(t -> edges.set(t.index(), new Edge("compound", name.index())));
    edges.set(name.head(), new Edge("advcl", opener.head()));
    edges.set(opener.index(), new Edge("mark", name.head()));
  }

  private static int ends(Sentence s, Token noun) {
    int last = noun.index();
    while (last + 1 < s.tokens().size() && s.dominates(noun, s.tokens().get(last + 1))) {
      last++;
    }
    return last;
  }
}
