package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** Looks for triples that cannot all be true: matches of the rules that conclude false. */
final class Clashes {
  private final Engine engine;
  private final ProofTree proofs;
  private final int limit;
  private final Map<List<Integer>, Contradiction> found = new LinkedHashMap<>();

  private Clashes(Engine engine, int limit) {
    this.engine = engine;
    this.proofs = new ProofTree(engine);
    this.limit = limit;
  }

  /** At most {@code limit} contradictions. */
  static List<Contradiction> in(Engine engine, int limit) {
    Clashes clashes = new Clashes(engine, limit);
    Join join = new Join(engine.store, engine.datatypes, TripleStore.LIVE);
    for (Instance instance : engine.instances.clashes) {
      if (join.all(instance, clashes::add)) {
        break;
      }
    }
    clashes.literals();
    return new ArrayList<>(clashes.found.values());
  }

  private boolean add(Instance instance, int[] values, int[] premises) {
    int[] rows = Join.rows(premises, instance.body.size());
    add(instance.rule.name(), proofs.open(instance.guards(), rows));
    return found.size() >= limit;
  }

  private void add(String rule, int[] rows) {
    int[] key = Arrays.copyOf(rows, rows.length + 1);
    key[rows.length] = -1 - rule.hashCode() & 0x7fffffff;
    Arrays.sort(key);
    List<Integer> unordered = Arrays.stream(key).boxed().toList();
    if (found.size() < limit && !found.containsKey(unordered)) {
      List<Proof> premises = Arrays.stream(rows).mapToObj(proofs::of).toList();
      found.put(unordered, new Contradiction(rule, premises));
    }
  }

  /** Literals typed as what they are not, and literals of different value said to be the same. */
  private void literals() {
    TripleStore store = engine.store;
    int type = engine.words.type;
    int row = store.first(Access.P, type, type, type);
    for (; row >= 0; row = store.next(Access.P, row)) {
      if (store.state(row) == TripleStore.LIVE
          && engine.dictionary.node(store.s(row)).isLiteral()
          && Boolean.FALSE.equals(engine.datatypes.isOf(store.s(row), store.o(row)))) {
        add("dt-not-type", new int[] {row});
      }
    }
    for (int top : engine.equality.representatives()) {
      List<Integer> literals =
          engine.equality.members(top).stream()
              .filter(m -> engine.dictionary.node(m).isLiteral())
              .toList();
      for (int other : literals) {
        if (engine.datatypes.differ(literals.getFirst(), other)) {
          add("dt-diff", literals.getFirst(), other);
        }
      }
    }
  }

  private void add(String rule, int a, int b) {
    proofs
        .of(Triple.create(node(a), node(engine.words.sameAs), node(b)))
        .ifPresent(p -> found.putIfAbsent(List.of(a, b), new Contradiction(rule, List.of(p))));
  }

  private Node node(int id) {
    return engine.dictionary.node(id);
  }
}
