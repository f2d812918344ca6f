package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Equality by representatives (table 4): a sameAs triple joins two classes, and triples that
 * mention the term that lost are superseded by triples with the term that won. Each replacement is
 * one step of eq-rep with the superseded triple and the sameAs triple as premises.
 */
final class Rewriting {
  private final Engine engine;
  private final TripleStore store;
  private final Equality equality;
  private final Instance[] byPlace = new Instance[3];

  Rewriting(Engine engine) {
    this.engine = engine;
    this.store = engine.store;
    this.equality = engine.equality;
    String[] names = {"eq-rep-s", "eq-rep-p", "eq-rep-o"};
    for (int i = 0; i < names.length; i++) {
      byPlace[i] = engine.instances.of(axiom(names[i]));
    }
  }

  /** A rule that the engine itself applies. */
  static Rule axiom(String name) {
    return new Rule(name, "", List.of(), List.of(), null, List.of(), List.of(), 0);
  }

  /** Whether {@code row}, whose turn it is, is superseded or joins two classes. */
  boolean replaces(int row) {
    if (!equality.isEmpty() && place(row) >= 0) {
      supersede(row);
      return true;
    }
    int s = store.s(row);
    int o = store.o(row);
    if (store.p(row) != engine.words.sameAs || s == o || !mayJoin(s, o)) {
      return false;
    }
    boolean keep = wins(s, o);
    join(keep ? o : s, keep ? s : o, row);
    return true;
  }

  /** The row that stands for {@code row} with {@code loser} replaced, or -1. */
  int replacement(int row, int loser) {
    int winner = equality.parent(loser);
    return store.find(
        swap(store.s(row), loser, winner),
        swap(store.p(row), loser, winner),
        swap(store.o(row), loser, winner));
  }

  boolean isReplacement(int instance) {
    return instance == byPlace[0].id || instance == byPlace[1].id || instance == byPlace[2].id;
  }

  /** Rows that one replacement may turn into {@code row}. */
  List<Integer> sources(int row) {
    List<Integer> out = new ArrayList<>();
    if (equality.isEmpty()) {
      return out;
    }
    for (int winner : terms(row)) {
      for (int loser : equality.children(winner)) {
        for (int mask = 1; mask < 8; mask++) {
          int old =
              store.find(
                  back(store.s(row), winner, loser, mask & 1),
                  back(store.p(row), winner, loser, mask & 2),
                  back(store.o(row), winner, loser, mask & 4));
          if (old >= 0 && old != row) {
            out.add(old);
          }
        }
      }
    }
    return out;
  }

  private Set<Integer> terms(int row) {
    return new LinkedHashSet<>(List.of(store.s(row), store.p(row), store.o(row)));
  }

  private static int back(int term, int winner, int loser, int chosen) {
    return chosen != 0 && term == winner ? loser : term;
  }

  /** Undoes the join that {@code link} made; the triples it had superseded get their turn again. */
  void undo(int link) {
    int loser = loserOf(link);
    equality.part(loser);
    for (int row : mentions(loser, TripleStore.SUPERSEDED)) {
      engine.wake(row);
    }
  }

  /** The term that {@code link}, a row in the state LINK, made others stand for. */
  int loserOf(int link) {
    return equality.link(store.s(link)) == link ? store.s(link) : store.o(link);
  }

  /** Rows in {@code state} that mention {@code term}. */
  List<Integer> mentions(int term, byte state) {
    Set<Integer> out = new LinkedHashSet<>();
    for (Access access : new Access[] {Access.S, Access.P, Access.O}) {
      int row = store.first(access, term, term, term);
      for (; row >= 0; row = store.next(access, row)) {
        if (store.state(row) == state) {
          out.add(row);
        }
      }
    }
    return new ArrayList<>(out);
  }

  private void join(int loser, int winner, int link) {
    store.state(link, TripleStore.LINK);
    equality.join(loser, winner, link);
    mentions(loser, TripleStore.LIVE).forEach(this::supersede);
  }

  private void supersede(int row) {
    int place = place(row);
    int loser = term(row, place);
    int winner = equality.parent(loser);
    store.state(row, TripleStore.SUPERSEDED);
    engine.conclude(
        byPlace[place],
        new int[] {row, equality.link(loser)},
        swap(store.s(row), loser, winner),
        swap(store.p(row), loser, winner),
        swap(store.o(row), loser, winner));
  }

  private int place(int row) {
    for (int place = 0; place < 3; place++) {
      if (equality.parent(term(row, place)) >= 0) {
        return place;
      }
    }
    return -1;
  }

  private int term(int row, int place) {
    return place == 0 ? store.s(row) : place == 1 ? store.p(row) : store.o(row);
  }

  private static int swap(int term, int loser, int winner) {
    return term == loser ? winner : term;
  }

  /** Two words of the vocabulary stay apart: a rule that names the one would miss the other. */
  private boolean mayJoin(int a, int b) {
    return !(isWord(a) && isWord(b));
  }

  private boolean isWord(int term) {
    return engine.isNamedByRules(term) && engine.dictionary.node(term).isURI();
  }

  private boolean wins(int a, int b) {
    if (engine.isNamedByRules(a) != engine.isNamedByRules(b)) {
      return engine.isNamedByRules(a);
    }
    if (engine.isNamedByRules(a)) {
      return a < b;
    }
    if (rank(a) != rank(b)) {
      return rank(a) < rank(b);
    }
    int difference = equality.size(a) - equality.size(b);
    return difference == 0 ? a < b : difference > 0;
  }

  private int rank(int term) {
    Node node = engine.dictionary.node(term);
    return node.isURI() ? 0 : node.isBlank() ? 1 : 2;
  }
}
