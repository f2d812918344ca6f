package org.w3id.chokepoint.reason;

/**
 * A triple pattern of a rule. A term is the number of an RDF term, or, below zero, {@code ~v} for
 * the variable v.
 */
record Atom(int s, int p, int o) {
  /** The same pattern with the variables that {@code values} knows (not -1) replaced. */
  Atom bind(int[] values) {
    return new Atom(bind(s, values), bind(p, values), bind(o, values));
  }

  static int bind(int term, int[] values) {
    return term < 0 && values[~term] >= 0 ? values[~term] : term;
  }

  /** The same pattern with its variables numbered from {@code base} up. */
  Atom shift(int base) {
    return new Atom(shift(s, base), shift(p, base), shift(o, base));
  }

  private static int shift(int term, int base) {
    return term < 0 ? term - base : term;
  }

  static int value(int term, int[] values) {
    return term >= 0 ? term : values[~term];
  }

  /** Whether {@code row} matches; binds the variables that are not bound (-1) in {@code values}. */
  static boolean unify(Atom pattern, TripleStore store, int row, int[] values) {
    return unify(pattern.s, store.s(row), values)
        && unify(pattern.p, store.p(row), values)
        && unify(pattern.o, store.o(row), values);
  }

  private static boolean unify(int term, int value, int[] values) {
    if (term >= 0) {
      return term == value;
    }
    if (values[~term] < 0) {
      values[~term] = value;
    }
    return values[~term] == value;
  }
}
