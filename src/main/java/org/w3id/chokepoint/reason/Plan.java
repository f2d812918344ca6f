package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** In which order to match the patterns of a rule once some of its variables are known. */
record Plan(List<Step> steps) {
  /**
   * One pattern to match.
   *
   * @param atom its place in the body
   * @param access the chain of rows to follow
   * @param freeS whether the match binds the subject; else it must equal it. Likewise the others
   */
  record Step(
      int atom, int s, int p, int o, Access access, boolean freeS, boolean freeP, boolean freeO) {}

  /**
   * The plan for {@code body} without the pattern {@code done} (-1: all of it) when the variables
   * in {@code known} are bound. Patterns with more known terms come first, those that the values of
   * literals may satisfy without a row last.
   */
  static Plan of(List<Atom> body, int done, BitSet known, Values literals) {
    List<Integer> left = new ArrayList<>();
    for (int i = 0; i < body.size(); i++) {
      if (i != done) {
        left.add(i);
      }
    }
    BitSet bound = (BitSet) known.clone();
    List<Step> steps = new ArrayList<>();
    while (!left.isEmpty()) {
      Integer best = left.getFirst();
      for (Integer i : left) {
        if (score(body.get(i), bound, literals) > score(body.get(best), bound, literals)) {
          best = i;
        }
      }
      left.remove(best);
      steps.add(step(best, body.get(best), bound));
    }
    return new Plan(List.copyOf(steps));
  }

  private static Step step(int index, Atom a, BitSet bound) {
    Access access = Access.of(known(a.s(), bound), known(a.p(), bound), known(a.o(), bound));
    boolean freeS = bindNow(a.s(), bound);
    boolean freeP = bindNow(a.p(), bound);
    boolean freeO = bindNow(a.o(), bound);
    return new Step(index, a.s(), a.p(), a.o(), access, freeS, freeP, freeO);
  }

  private static int score(Atom a, BitSet bound, Values literals) {
    if (!known(a.s(), bound) && literals.isTest(a.p(), a.o())) {
      return -1;
    }
    return (known(a.s(), bound) ? 4 : 0)
        + (known(a.o(), bound) ? 3 : 0)
        + (known(a.p(), bound) ? 2 : 0);
  }

  private static boolean known(int term, BitSet bound) {
    return term >= 0 || bound.get(~term);
  }

  private static boolean bindNow(int term, BitSet bound) {
    boolean free = !known(term, bound);
    if (free) {
      bound.set(~term);
    }
    return free;
  }
}
