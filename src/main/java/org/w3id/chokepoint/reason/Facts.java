package org.w3id.chokepoint.reason;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Reads the triples that hold, each representative spelled out as all terms that it stands for. */
final class Facts {
  private final Engine engine;
  private final TripleStore store;
  private final Map<Integer, Boolean> occurring = new HashMap<>();

  Facts(Engine engine) {
    this.engine = engine;
    this.store = engine.store;
  }

  /** All triples that hold and match. */
  Iterator<Triple> all(Triple pattern) {
    return rows(pattern, row -> true).map(this::triple).iterator();
  }

  /** Those that follow, are not asserted, and tell a reader something. */
  Iterator<Triple> inferred(Triple pattern) {
    return rows(pattern, row -> !isGiven(row) || !isAlone(row))
        .filter(this::isNews)
        .map(this::triple)
        .iterator();
  }

  boolean isInternal(int row) {
    return engine.dictionary.isInternal(store.p(row)) || engine.dictionary.isInternal(store.o(row));
  }

  /** Whether the row is part of an RDF list. */
  boolean isList(int row) {
    return store.p(row) == engine.words.first || store.p(row) == engine.words.rest;
  }

  Triple triple(int row) {
    return triple(new int[] {store.s(row), store.p(row), store.o(row)});
  }

  private Triple triple(int[] t) {
    return Triple.create(node(t[0]), node(t[1]), node(t[2]));
  }

  private Node node(int id) {
    return engine.dictionary.node(id);
  }

  private Stream<int[]> rows(Triple pattern, IntPredicate wanted) {
    int s = known(pattern.getSubject());
    int p = known(pattern.getPredicate());
    int o = known(pattern.getObject());
    if (s == UNKNOWN || p == UNKNOWN || o == UNKNOWN) {
      return Stream.empty();
    }
    Stream<int[]> facts =
        live(top(s), top(p), top(o)).filter(wanted).boxed().flatMap(r -> spell(r, s, p, o));
    boolean equal = !engine.equality.isEmpty() && (p < 0 || p == engine.words.sameAs);
    return equal ? Stream.concat(facts, equal(s, o)) : facts;
  }

  private static final int OPEN = -1;
  private static final int UNKNOWN = -2;

  private int known(Node node) {
    if (!node.isConcrete()) {
      return OPEN;
    }
    int id = engine.dictionary.find(node);
    if (id < 0 && node.isLiteral()) {
      id = engine.datatypes.sameValue(node);
    }
    return id < 0 ? UNKNOWN : id;
  }

  private int top(int term) {
    return term < 0 ? term : engine.equality.representative(term);
  }

  private IntStream live(int s, int p, int o) {
    Access access = Access.of(s >= 0, p >= 0, o >= 0);
    return IntStream.iterate(
            store.first(access, s, p, o), row -> row >= 0, row -> store.next(access, row))
        .filter(row -> store.state(row) == TripleStore.LIVE)
        .filter(row -> (s < 0 || store.s(row) == s) && (o < 0 || store.o(row) == o))
        .filter(row -> !isInternal(row) && node(store.p(row)).isURI());
  }

  private Stream<int[]> spell(int row, int s, int p, int o) {
    boolean identity = store.p(row) == engine.words.sameAs && store.s(row) == store.o(row);
    if (engine.equality.isEmpty() || (isAlone(row) && !identity)) {
      int[] one = {store.s(row), store.p(row), store.o(row)};
      return node(one[0]).isLiteral() ? Stream.empty() : Stream.of(one);
    }
    if (identity) {
      return same(store.s(row), s, o);
    }
    return spell(store.s(row), s).stream()
        .filter(subject -> !node(subject).isLiteral())
        .flatMap(
            subject ->
                spell(store.p(row), p).stream()
                    .filter(predicate -> node(predicate).isURI())
                    .flatMap(
                        predicate ->
                            spell(store.o(row), o).stream()
                                .map(object -> new int[] {subject, predicate, object})));
  }

  /** Whether nothing else equals a term of the row. */
  private boolean isAlone(int row) {
    return engine.equality.size(store.s(row)) == 1
        && engine.equality.size(store.p(row)) == 1
        && engine.equality.size(store.o(row)) == 1;
  }

  /** Of a term alone in its class only what is asserted; the others are {@link #equal}. */
  private Stream<int[]> same(int term, int s, int o) {
    boolean alone = engine.equality.size(term) == 1 && (s < 0 || o < 0 || s == o);
    return alone && isGivenNow(store.find(term, engine.words.sameAs, term))
        ? Stream.of(new int[] {term, engine.words.sameAs, term})
        : Stream.empty();
  }

  private boolean isGivenNow(int row) {
    return row >= 0 && store.holds(row) && isGiven(row);
  }

  /** The terms that {@code representative} stands for, or the one that is asked for. */
  private List<Integer> spell(int representative, int asked) {
    return asked >= 0
        ? List.of(asked)
        : engine.equality.members(representative).stream().filter(this::occurs).toList();
  }

  /** A literal that no asserted triple has (any more) is not spelled out. */
  private boolean occurs(int term) {
    return !node(term).isLiteral() || occurring.computeIfAbsent(term, this::isThere);
  }

  private boolean isThere(int term) {
    int row = store.first(Access.O, term, term, term);
    for (; row >= 0; row = store.next(Access.O, row)) {
      if (store.holds(row) && store.derivation(row) == Derivations.ASSERTED) {
        return true;
      }
    }
    return engine.equality.parent(term) < 0 && engine.equality.size(term) == 1;
  }

  private Stream<int[]> equal(int s, int o) {
    List<Integer> classes =
        s < 0 && o < 0
            ? engine.equality.representatives()
            : Stream.of(top(s >= 0 ? s : o)).filter(c -> engine.equality.size(c) > 1).toList();
    return classes.stream()
        .flatMap(
            c ->
                spell(c, s).stream()
                    .filter(a -> !node(a).isLiteral() && top(a) == c)
                    .flatMap(
                        a ->
                            spell(c, o).stream()
                                .filter(b -> top(b) == c)
                                .map(b -> new int[] {a, engine.words.sameAs, b})));
  }

  private boolean isNews(int[] t) {
    int row = store.find(t[0], t[1], t[2]);
    if (isGivenNow(row)) {
      return false;
    }
    int top = store.find(top(t[0]), top(t[1]), top(t[2]));
    if (node(t[2]).isLiteral()
        && engine.equality.members(top(t[2])).stream()
            .anyMatch(same -> isGivenNow(store.find(t[0], t[1], same)))) {
      return false; // the same value in other words
    }
    boolean axiom = top >= 0 && store.holds(top) && !isGiven(top) && isAxiom(top);
    return !axiom && !isClutter(t);
  }

  private boolean isGiven(int row) {
    return store.derivation(row) == Derivations.ASSERTED;
  }

  private boolean isAxiom(int row) {
    int place = store.derivation(row);
    Instance instance = engine.instances.get(engine.derivations.instance(place));
    return engine.derivations.count(place) == 0 && instance.parent == null;
  }

  private boolean isClutter(int[] t) {
    Vocabulary w = engine.words;
    boolean typing = t[1] == w.type;
    boolean schema = w.isSchema(t[1]);
    boolean reflexive = t[0] == t[2] && (schema || t[1] == w.sameAs);
    boolean top = t[2] == w.thing && (typing || schema);
    boolean bottom = t[0] == w.nothing && t[1] == w.subClassOf;
    boolean anonymous =
        (schema && node(t[0]).isBlank()) || ((schema || typing) && node(t[2]).isBlank());
    return reflexive || top || bottom || anonymous || t[1] == w.first || t[1] == w.rest;
  }
}
