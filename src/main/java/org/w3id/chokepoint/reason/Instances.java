package org.w3id.chokepoint.reason;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.reason.Triggers.Trigger;

/** The rules in all stages of specialisation: made as their guards come, retired as they go. */
final class Instances {
  /** By what they wait for, or match. */
  final Triggers conditions = new Triggers();

  /** By what they yield. */
  final Triggers conclusions = new Triggers();

  /** Those that yield a contradiction. */
  final List<Instance> clashes = new ArrayList<>();

  private final Engine engine;
  private final List<Instance> all = new ArrayList<>();
  private final Map<Integer, List<Instance>> byGuard = new HashMap<>();
  private final ArrayDeque<Instance> fresh = new ArrayDeque<>();

  Instances(Engine engine) {
    this.engine = engine;
  }

  Instance get(int id) {
    return all.get(id);
  }

  /** An instance of a rule that the engine itself applies. */
  Instance of(Rule rule) {
    return make(rule, null, TripleStore.NONE, Instance.Form.of(rule));
  }

  /** Takes a rule into use. */
  void begin(Rule rule) {
    fresh.add(of(rule));
  }

  /** Puts the instances that were made to work; gives the next that is to draw conclusions. */
  @Nullable Instance next() {
    while (!fresh.isEmpty()) {
      Instance i = fresh.remove();
      if (install(i)) {
        return i;
      }
    }
    return null;
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

  /** Specialises {@code i}, which waits, by {@code row}, if it matches. */
  void meet(Instance i, int row) {
    int[] values = Instance.unbound(i.variables + 1);
    if (!Atom.unify(i.waiting.getFirst(), engine.store, row, values)
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
    for (Instance.Form next : Specialising.after(form, i, row, engine)) {
      Instance made = make(i.rule, i, row, next);
      i.children.add(made);
      byGuard.computeIfAbsent(row, k -> new ArrayList<>(1)).add(made);
      fresh.add(made);
    }
  }

  private Instance make(Rule rule, @Nullable Instance parent, int guard, Instance.Form form) {
    Instance made = new Instance(all.size(), rule, parent, guard, form);
    all.add(made);
    return made;
  }

  private boolean install(Instance i) {
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
    }
    return i.complete() && !i.head.isEmpty();
  }

  /** Live rows that the known terms of {@code pattern} lead to. */
  private void scan(Atom pattern, IntConsumer sink) {
    Access access = Access.of(pattern.s() >= 0, pattern.p() >= 0, pattern.o() >= 0);
    int row = engine.store.first(access, pattern.s(), pattern.p(), pattern.o());
    for (; row >= 0; row = engine.store.next(access, row)) {
      if (engine.store.state(row) == TripleStore.LIVE) {
        sink.accept(row);
      }
    }
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
}
