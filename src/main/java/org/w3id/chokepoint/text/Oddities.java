package org.w3id.chokepoint.text;

import java.util.List;

/**
 * Counts what no English sentence has: a verb with two subjects, a finite verb without one, a
 * relative pronoun in a main clause. Of two readings the one with fewer is the better.
 */
final class Oddities {
  private Oddities() {}

  static int of(Sentence s) {
    int count = (int) s.tokens().stream().filter(t -> t.head() < 0).count() - 1;
    for (Token t : s.tokens()) {
      if (t.is("VB") && !t.relation().startsWith("aux")) {
        List<Token> subjects = s.children(t, "nsubj", "nsubjpass", "csubj", "expl");
        count += Math.max(0, subjects.size() - 1);
        count += bare(s, t, subjects) ? 1 : 0;
      }
      count += astray(s, t) ? 1 : 0;
    }
    return count;
  }

  /** A finite main verb that nobody is the subject of. */
  private static boolean bare(Sentence s, Token verb, List<Token> subjects) {
    boolean finite =
        verb.tag().matches("VB[DPZ]")
            || s.children(verb, "aux", "auxpass").stream()
                .anyMatch(t -> t.tag().matches("VB[DPZ]|MD"));
    return finite && subjects.isEmpty() && verb.head() < 0;
  }

  /** "which" outside of a relative clause; a name that hangs nowhere. */
  private static boolean astray(Sentence s, Token t) {
    if (t.head() < 0) {
      return false;
    }
    Token above = s.tokens().get(t.head());
    boolean main = above.is("VB") && above.head() < 0;
    return t.form().equals("which") && t.relation().startsWith("nsubj") && main
        || t.is("NNP") && t.relation().matches("vocative|discourse|dep");
  }
}
