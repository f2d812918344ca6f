package org.w3id.chokepoint.reason;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Triple;

/** Reads proofs off the stored derivations. One for each question; changes nothing. */
final class ProofTree {
  private final Engine engine;
  private final TripleStore store;
  private final Facts facts;
  private final Map<Integer, Proof> done = new HashMap<>();

  ProofTree(Engine engine) {
    this.engine = engine;
    this.store = engine.store;
    this.facts = new Facts(engine);
  }

  Optional<Proof> of(Triple triple) {
    int s = engine.dictionary.find(triple.getSubject());
    int p = engine.dictionary.find(triple.getPredicate());
    int o = engine.dictionary.find(triple.getObject());
    int row = store.find(s, p, o);
    if (row >= 0 && store.holds(row)) {
      return Optional.of(of(row));
    }
    if (s < 0 || p < 0 || o < 0) {
      return Optional.empty();
    }
    if (p == engine.words.sameAs && top(s) == top(o)) {
      return s == o ? mention(s).map(m -> inferred(triple, "eq-ref", List.of(m))) : equal(s, o);
    }
    if (engine.datatypes.isOfType(s, p, o)) {
      return Optional.of(inferred(triple, "dt-type2", List.of()));
    }
    return replaced(triple, s, p, o);
  }

  /** The proof of a row that holds. */
  Proof of(int start) {
    ArrayDeque<Integer> left = new ArrayDeque<>(List.of(start));
    while (!left.isEmpty()) {
      int row = left.peek();
      if (done.containsKey(row)) {
        left.pop();
        continue;
      }
      int place = store.derivation(row);
      int[] premises = place < 0 ? new int[0] : premises(place);
      int[] open = Arrays.stream(premises).filter(r -> !done.containsKey(r)).toArray();
      for (int r : open) {
        left.push(r);
      }
      if (open.length == 0) {
        left.pop();
        done.put(row, node(row, place, premises));
      }
    }
    return Objects.requireNonNull(done.get(start));
  }

  /** The rows that a derivation rests on: guards first, rows of our own replaced by theirs. */
  int[] premises(int place) {
    Instance instance = engine.instances.get(engine.derivations.instance(place));
    int count = engine.derivations.count(place);
    int[] rows = new int[count];
    for (int i = 0; i < count; i++) {
      rows[i] = engine.derivations.premise(place, i);
    }
    return open(instance.guards(), rows);
  }

  /** Guards and premises without rows of our own. */
  int[] open(int[] guards, int[] premises) {
    Set<Integer> out = new LinkedHashSet<>();
    Set<Integer> seen = new LinkedHashSet<>();
    ArrayDeque<Integer> left = new ArrayDeque<>();
    Arrays.stream(guards).forEach(left::add);
    Arrays.stream(premises).forEach(left::add);
    while (!left.isEmpty()) {
      int row = left.remove();
      if (!facts.isInternal(row)) {
        out.add(row);
      } else if (seen.add(row)) {
        int place = store.derivation(row);
        int count = engine.derivations.count(place);
        for (int i = count - 1; i >= 0; i--) {
          left.push(engine.derivations.premise(place, i));
        }
        int[] above = engine.instances.get(engine.derivations.instance(place)).guards();
        for (int i = above.length - 1; i >= 0; i--) {
          left.push(above[i]);
        }
      }
    }
    return out.stream().mapToInt(Integer::intValue).toArray();
  }

  private Proof node(int row, int place, int[] premises) {
    Triple triple = facts.triple(row);
    if (place < 0) {
      return new Proof.Asserted(triple);
    }
    String rule = engine.instances.get(engine.derivations.instance(place)).rule.name();
    List<Proof> below =
        Arrays.stream(premises).mapToObj(r -> Objects.requireNonNull(done.get(r))).toList();
    return inferred(triple, rule, below);
  }

  private static Proof inferred(Triple triple, String rule, List<Proof> premises) {
    return new Proof.Inferred(triple, rule, premises);
  }

  private int top(int term) {
    return engine.equality.representative(term);
  }

  private Optional<Proof> mention(int term) {
    for (Access access : new Access[] {Access.S, Access.O, Access.P}) {
      int row = store.first(access, term, term, term);
      for (; row >= 0; row = store.next(access, row)) {
        if (store.holds(row) && !facts.isInternal(row)) {
          return Optional.of(of(row));
        }
      }
    }
    return Optional.empty();
  }

  /** The proof that two terms of one class are the same, over the links between them. */
  private Optional<Proof> equal(int a, int b) {
    Set<Integer> ofA = path(a);
    Set<Integer> links = new LinkedHashSet<>(ofA);
    for (Integer link : path(b)) {
      if (!links.remove(link)) {
        links.add(link);
      }
    }
    Triple triple = Triple.create(term(a), term(engine.words.sameAs), term(b));
    List<Proof> premises = links.stream().map(this::of).toList();
    return Optional.of(inferred(triple, premises.size() == 1 ? "eq-sym" : "eq-trans", premises));
  }

  private Set<Integer> path(int term) {
    Set<Integer> out = new LinkedHashSet<>();
    for (int t = term; engine.equality.parent(t) >= 0; t = engine.equality.parent(t)) {
      out.add(engine.equality.link(t));
    }
    return out;
  }

  private Optional<Proof> replaced(Triple triple, int s, int p, int o) {
    int row = store.find(top(s), top(p), top(o));
    if (row < 0 || !store.holds(row)) {
      return Optional.empty();
    }
    List<Proof> premises = new ArrayList<>();
    String rule = "";
    int[] terms = {s, p, o};
    String[] names = {"eq-rep-s", "eq-rep-p", "eq-rep-o"};
    for (int i = 0; i < 3; i++) {
      if (top(terms[i]) != terms[i]) {
        rule = rule.isEmpty() ? names[i] : rule;
        equal(top(terms[i]), terms[i]).ifPresent(premises::add);
      }
    }
    premises.add(of(row));
    return Optional.of(inferred(triple, rule, premises));
  }

  private org.apache.jena.graph.Node term(int id) {
    return engine.dictionary.node(id);
  }
}
