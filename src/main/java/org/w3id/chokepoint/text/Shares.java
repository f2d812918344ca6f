package org.w3id.chokepoint.text;

import java.util.List;
import java.util.Optional;

/** Undoes what the parser gets wrong where it is said how many or how much of a thing. */
final class Shares {
  private Shares() {}

  /** Puts right what counts, and what is counted. */
  static void mend(Sentence s, Token t, List<Edge> edges) {
    share(s, t).ifPresent(verb -> edges.set(t.index(), new Edge("dobj", verb.index())));
    given(s, t).ifPresent(verb -> edges.set(t.index(), new Edge("dative", verb.index())));
    quantity(s, t).ifPresent(verb -> counted(s, t, verb, edges));
    if (t.relation().equals("prt") && upTo(s, t.index())) {
      edges.set(t.index(), new Edge("advmod", t.index() + 2));
    }
  }

  /** "X makes nearly all of Y's chips": the parser takes "all" for the subject, said once more. */
  private static Optional<Token> share(Sentence s, Token all) {
    return s.head(all)
        .filter(n -> all.is("DT") && all.relation().equals("appos"))
        .filter(n -> n.relation().equals("nsubj") && !s.children(all, "prep").isEmpty())
        .map(n -> s.tokens().get(n.head()))
        .filter(v -> v.is("VB") && v.index() < all.index() && s.children(v, "dobj").isEmpty());
  }

  /** "fined X 242 million euros", "sold X 300 chips": X is given them, they are not X's. */
  private static Optional<Token> given(Sentence s, Token name) {
    int next = name.index() + 1;
    boolean before =
        name.is("NNP")
            && name.relation().matches("compound|nmod")
            && next < s.tokens().size()
            && (s.tokens().get(next).is("CD") || s.tokens().get(next).form().matches("[$€£¥]|up"));
    return s.head(name)
        .filter(n -> before && n.is("NN") && !n.is("NNP") && n.relation().equals("dobj"))
        .filter(n -> s.children(n, "det", "poss").isEmpty())
        .flatMap(s::head)
        .filter(v -> v.is("VB") && v.index() < name.index());
  }

  /** "sell up to 35,000 chips": the parser makes of "up" a particle and of "to" a preposition. */
  private static Optional<Token> quantity(Sentence s, Token to) {
    return Optional.of(to.index() - 1)
        .filter(up -> upTo(s, up) && s.child(to, "pobj").isPresent())
        .filter(up -> s.tokens().get(up).head() >= 0)
        .map(up -> s.tokens().get(s.tokens().get(up).head()))
        .filter(v -> v.is("VB"))
        .filter(v -> s.children(v, "dobj").stream().allMatch(o -> recipient(to, o)));
  }

  /** "give X up to 300 chips": X gets them. */
  private static boolean recipient(Token to, Token object) {
    return object.is("NNP") && object.index() == to.index() - 2;
  }

  private static boolean upTo(Sentence s, int up) {
    return up >= 0
        && up + 2 < s.tokens().size()
        && s.tokens().get(up).form().equals("up")
        && s.tokens().get(up + 1).form().equals("to")
        && s.tokens().get(up + 2).is("CD");
  }

  private static void counted(Sentence s, Token to, Token verb, List<Edge> edges) {
    Token what = s.child(to, "pobj").orElseThrow();
    s.children(verb, "dobj")
        .forEach(name -> edges.set(name.index(), new Edge("dative", verb.index())));
    edges.set(what.index(), new Edge("dobj", verb.index()));
    edges.set(to.index(), new Edge("advmod", what.index()));
    edges.set(to.index() - 1, new Edge("advmod", what.index()));
  }
}
