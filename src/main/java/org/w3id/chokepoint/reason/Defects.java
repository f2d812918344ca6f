package org.w3id.chokepoint.reason;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks for what the rules passed over: lists that do not end or fork, equated vocabulary. */
final class Defects {
  private final Engine engine;
  private final TripleStore store;
  private final Set<Defect> found = new LinkedHashSet<>();

  private Defects(Engine engine) {
    this.engine = engine;
    this.store = engine.store;
  }

  static List<Defect> in(Engine engine) {
    Defects defects = new Defects(engine);
    for (int axiom : engine.words.listAxioms) {
      int row = engine.store.first(Access.P, axiom, axiom, axiom);
      for (; row >= 0; row = engine.store.next(Access.P, row)) {
        if (engine.store.state(row) == TripleStore.LIVE) {
          defects.list(engine.store.o(row));
        }
      }
    }
    int same = engine.words.sameAs;
    int row = engine.store.first(Access.P, same, same, same);
    for (; row >= 0; row = engine.store.next(Access.P, row)) {
      if (engine.store.state(row) == TripleStore.LIVE
          && engine.store.s(row) != engine.store.o(row)) {
        defects.tell(
            engine.store.s(row), "is equated with another word of OWL; take the owl:sameAs out");
      }
    }
    return List.copyOf(defects.found);
  }

  private void list(int head) {
    Set<Integer> cells = new LinkedHashSet<>();
    int cell = head;
    while (cell != engine.words.nil) {
      if (!cells.add(cell)) {
        tell(head, "the list has no end: it comes back to a cell; end it with rdf:nil");
        return;
      }
      int members = count(cell, engine.words.first);
      int rests = count(cell, engine.words.rest);
      if (members != 1 || rests != 1) {
        tell(
            head,
            "a cell of the list has "
                + members
                + " rdf:first and "
                + rests
                + " rdf:rest; give it one of each");
        return;
      }
      cell = next(cell);
    }
  }

  private int count(int cell, int property) {
    int out = 0;
    int row = store.first(Access.SP, cell, property, cell);
    for (; row >= 0; row = store.next(Access.SP, row)) {
      out += store.state(row) == TripleStore.LIVE ? 1 : 0;
    }
    return out;
  }

  private int next(int cell) {
    int row = store.first(Access.SP, cell, engine.words.rest, cell);
    while (store.state(row) != TripleStore.LIVE) {
      row = store.next(Access.SP, row);
    }
    return store.o(row);
  }

  private void tell(int term, String what) {
    found.add(new Defect(engine.dictionary.node(term), what));
  }
}
