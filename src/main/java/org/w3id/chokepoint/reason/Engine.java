package org.w3id.chokepoint.reason;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.reason.Triggers.Trigger;

/**
 * Applies the rules to triples, one triple after the other in the order of their coming, until
 * nothing new follows. A rule sees only the triples that had their turn, so each match is found
 * once, when the last of its premises has its turn. One thread at a time.
 */
final class Engine {
  final Dictionary dictionary = new Dictionary();
  final Vocabulary words = new Vocabulary(dictionary);
  final TripleStore store = new TripleStore();
  final Derivations derivations = new Derivations();
  final Equality equality = new Equality();
  final Datatypes datatypes = new Datatypes(dictionary, words.type);
  final List<Instance> instances = new ArrayList<>();
  final Triggers conclusions = new Triggers();
  final List<Instance> clashes = new ArrayList<>();
  final Rewriting rewriting = new Rewriting(this);
  private final Triggers conditions = new Triggers();
  private final Map<Integer, List<Instance>> byGuard = new HashMap<>();
  private final ArrayDeque<Instance> fresh = new ArrayDeque<>();
  private final IntQueue queue = new IntQueue();
  private final Join join = new Join(store, datatypes, TripleStore.LIVE);
  private final Firing derive = this::derive;
  private final int ownTerms;
  private final Instance sameValue;

  Engine(RuleSet rules) {
    List<Rule> base = rules.read(dictionary);
    ownTerms = dictionary.size();
    sameValue = instance(Rewriting.axiom("dt-eq"));
    base.forEach(r -> fresh.add(instance(r)));
    for (int id = 0; id < ownTerms; id++) {
      datatypes.register(id);
    }
  }

  /** Whether a rule names {@code term}, so that no other term may stand for it. */
  boolean isNamedByRules(int term) {
    return term < ownTerms;
  }

  /** Adds an asserted triple; {@link #run} draws the conclusions. */
  void add(Triple t) {
    int row = store.row(term(t.getSubject()), term(t.getPredicate()), term(t.getObject()));
    store.derivation(row, Derivations.ASSERTED);
    if (store.state(row) == TripleStore.DEAD) {
      wake(row);
    }
  }

  /** The number of the term that stands for {@code node}, or -1 when it is not known. */
  int top(Node node) {
    int id = dictionary.find(node);
    return id < 0 ? id : equality.representative(id);
  }

  /** How many rows hold. */
  long size() {
    long out = 0;
    for (int row = 0; row < store.size(); row++) {
      out += store.holds(row) ? 1 : 0;
    }
    return out;
  }

  boolean isAsserted(Triple t) {
    int row =
        store.find(
            dictionary.find(t.getSubject()),
            dictionary.find(t.getPredicate()),
            dictionary.find(t.getObject()));
    return row >= 0 && store.holds(row) && store.derivation(row) == Derivations.ASSERTED;
  }

  /** Applies the rules until nothing new follows. */
  void run() {
    while (true) {
      while (!fresh.isEmpty()) {
        install(fresh.remove());
      }
      if (queue.isEmpty()) {
        return;
      }
      int row = queue.remove();
      if (store.state(row) == TripleStore.PENDING && !rewriting.replaces(row)) {
        store.state(row, TripleStore.LIVE);
        dispatch(row);
      }
    }
  }

  /** Adds a triple that {@code instance} yields, unless it holds already. */
  void conclude(Instance instance, int[] premises, int s, int p, int o) {
    int row = store.row(s, p, o);
    if (store.state(row) == TripleStore.DEAD) {
      int[] rows = Join.rows(premises, premises.length);
      store.derivation(row, derivations.add(instance.id, rows, rows.length));
      wake(row);
    }
  }

  void wake(int row) {
    store.state(row, TripleStore.PENDING);
    queue.add(row);
  }

  /** Lets {@code sink} see the matches of complete instances that {@code row} takes part in. */
  void matches(int row, Join over, Firing sink) {
    matches(conditions.exact(store.p(row), store.o(row)), row, over, sink);
    matches(conditions.predicate(store.p(row)), row, over, sink);
    matches(conditions.open(), row, over, sink);
  }

  private static void matches(List<Trigger> triggers, int row, Join over, Firing sink) {
    for (Trigger t : triggers) {
      if (t.index() >= 0) {
        over.from(t.instance(), t.index(), row, sink);
      }
    }
  }

  /** The instances that have {@code row} as their last guard. */
  List<Instance> guardedBy(int row) {
    return byGuard.getOrDefault(row, List.of());
  }

  /**
   * Takes {@code instance} and those made from it out of use; gives those that drew conclusions.
   */
  List<Instance> retire(Instance top) {
    List<Instance> out = new ArrayList<>();
    ArrayDeque<Instance> left = new ArrayDeque<>(List.of(top));
    while (!left.isEmpty()) {
      Instance i = left.remove();
      if (i.retired()) {
        continue;
      }
      i.retire();
      left.addAll(i.children);
      forget(i);
      if (i.complete()) {
        out.add(i);
      }
    }
    return out;
  }

  Instance instance(Rule rule) {
    return instance(rule, null, TripleStore.NONE, Instance.Form.of(rule));
  }

  private Instance instance(
      Rule rule,
      @org.jspecify.annotations.Nullable Instance parent,
      int guard,
      Instance.Form form) {
    Instance made = new Instance(instances.size(), rule, parent, guard, form);
    instances.add(made);
    return made;
  }

  private void forget(Instance i) {
    if (!i.complete()) {
      conditions.remove(i.waiting.getFirst(), i);
    } else if (i.head.isEmpty()) {
      clashes.remove(i);
    } else {
      i.body.forEach(a -> conditions.remove(a, i));
      i.head.forEach(a -> conclusions.remove(a, i));
    }
    List<Instance> siblings = byGuard.get(i.guard);
    if (siblings != null) {
      siblings.remove(i);
      if (siblings.isEmpty()) {
        byGuard.remove(i.guard);
      }
    }
    if (i.parent != null) {
      i.parent.children.remove(i);
      if (i.parent.walk != null) {
        i.parent.walk.budget().giveBack();
      }
    }
  }

  private int term(Node node) {
    int known = dictionary.find(node);
    if (known >= 0) {
      return known;
    }
    int id = dictionary.id(node);
    int twin = datatypes.register(id);
    if (twin >= 0) {
      conclude(sameValue, new int[0], id, words.sameAs, twin);
    }
    return id;
  }

  private void install(Instance i) {
    if (!i.complete()) {
      Atom next = i.waiting.getFirst();
      conditions.add(next, new Trigger(i, -1));
      scan(next, row -> meet(i, row));
    } else if (i.head.isEmpty()) {
      clashes.add(i);
    } else {
      for (int k = 0; k < i.body.size(); k++) {
        conditions.add(i.body.get(k), new Trigger(i, k));
      }
      for (int k = 0; k < i.head.size(); k++) {
        conclusions.add(i.head.get(k), new Trigger(i, k));
      }
      join.all(i, derive);
    }
  }

  /** Live rows that the known terms of {@code pattern} lead to. */
  private void scan(Atom pattern, java.util.function.IntConsumer sink) {
    Access access = Access.of(pattern.s() >= 0, pattern.p() >= 0, pattern.o() >= 0);
    int row = store.first(access, pattern.s(), pattern.p(), pattern.o());
    for (; row >= 0; row = store.next(access, row)) {
      if (store.state(row) == TripleStore.LIVE) {
        sink.accept(row);
      }
    }
  }

  private void dispatch(int row) {
    dispatch(conditions.exact(store.p(row), store.o(row)), row);
    dispatch(conditions.predicate(store.p(row)), row);
    dispatch(conditions.open(), row);
  }

  private void dispatch(List<Trigger> triggers, int row) {
    for (int i = 0; i < triggers.size(); i++) {
      Trigger t = triggers.get(i);
      if (t.index() < 0) {
        meet(t.instance(), row);
      } else {
        join.from(t.instance(), t.index(), row, derive);
      }
    }
  }

  private boolean derive(Instance i, int[] values, int[] premises) {
    for (int k = 0; k < i.head.size(); k++) {
      Atom h = i.head.get(k);
      int row =
          store.row(
              Atom.value(h.s(), values), Atom.value(h.p(), values), Atom.value(h.o(), values));
      if (store.state(row) == TripleStore.DEAD) {
        int[] rows = Join.rows(premises, i.body.size());
        store.derivation(row, derivations.add(i.id, rows, rows.length));
        wake(row);
      }
    }
    return false;
  }

  private void meet(Instance i, int row) {
    int[] values = Instance.unbound(i.variables + 1);
    if (!Atom.unify(i.waiting.getFirst(), store, row, values)
        || guardedBy(row).stream().anyMatch(known -> known.parent == i)) {
      return;
    }
    if (i.walk != null) {
      if (i.walk.budget().spent()) {
        return;
      }
      i.walk.budget().make(!i.children.isEmpty());
    }
    Instance.Form form = i.walk == null ? i.bind(values) : i.form();
    if (form == null) {
      return;
    }
    for (Instance.Form next : Specialising.after(form, i, row, this)) {
      Instance made = instance(i.rule, i, row, next);
      i.children.add(made);
      byGuard.computeIfAbsent(row, k -> new ArrayList<>(1)).add(made);
      fresh.add(made);
    }
  }
}
