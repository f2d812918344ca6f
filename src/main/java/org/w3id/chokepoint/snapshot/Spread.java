package org.w3id.chokepoint.snapshot;

import java.util.BitSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many different subjects and objects the triples of a predicate have, counted on first use; at
 * least 1 each.
 *
 * @param subjects of the predicate, likewise the objects
 */
record Spread(int subjects, int objects) {

  /** The spreads of a table, by predicate. */
  static final class Table {
    private final TripleTable triples;
    private final ConcurrentHashMap<Integer, Spread> known = new ConcurrentHashMap<>();

    Table(TripleTable triples) {
      this.triples = triples;
    }

    /**
     * Of one predicate.
     *
     * @param predicate its number, {@link TripleTable#ANY} for all triples
     */
    Spread of(int predicate) {
      return known.computeIfAbsent(predicate, p -> count(triples, p));
    }
  }

  private static Spread count(TripleTable triples, int predicate) {
    BitSet subjects = new BitSet();
    BitSet objects = new BitSet();
    TripleTable.Run run = triples.run(TripleTable.ANY, predicate, TripleTable.ANY);
    for (int i = run.from(); i < run.to(); i++) {
      int position = run.position(i);
      subjects.set(triples.subjects()[position]);
      objects.set(triples.objects()[position]);
    }
    return new Spread(Math.max(1, subjects.cardinality()), Math.max(1, objects.cardinality()));
  }
}
