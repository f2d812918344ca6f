package org.w3id.chokepoint.reason;

import java.util.Arrays;
import java.util.List;
import org.w3id.chokepoint.reason.Plan.Step;

/** Finds the matches of an instance's body among the rows in some states. One thread at a time. */
final class Join {
  private final TripleStore store;
  private final Values literals;
  private final int visible;
  private int[] values = new int[16];
  private int[] premises = new int[16];

  /**
   * @param states the states of the rows to match, as in {@link TripleStore}
   */
  Join(TripleStore store, Values literals, byte... states) {
    this.store = store;
    this.literals = literals;
    int mask = 0;
    for (byte state : states) {
      mask |= 1 << state;
    }
    this.visible = mask;
  }

  /** All matches; whether {@code sink} had enough. */
  boolean all(Instance instance, Firing sink) {
    prepare(instance);
    return run(instance, instance.planFrom(-1, literals).steps(), 0, sink);
  }

  /** The matches in which body pattern {@code index} is {@code row}. */
  boolean from(Instance instance, int index, int row, Firing sink) {
    prepare(instance);
    if (!bind(instance.body.get(index), row)) {
      return false;
    }
    premises[index] = row;
    return run(instance, instance.planFrom(index, literals).steps(), 0, sink);
  }

  /** The matches that yield {@code row} by conclusion {@code index}. */
  boolean yielding(Instance instance, int index, int row, Firing sink) {
    prepare(instance);
    return bind(instance.head.get(index), row)
        && run(instance, instance.planFor(index, literals).steps(), 0, sink);
  }

  /** The matches of the steps of {@code plan} when {@code known} are the values by variable. */
  boolean rest(Instance instance, Plan plan, int[] known, Firing sink) {
    prepare(instance);
    System.arraycopy(known, 0, values, 0, known.length);
    return run(instance, plan.steps(), 0, sink);
  }

  private void prepare(Instance instance) {
    if (values.length < instance.variables) {
      values = new int[instance.variables * 2];
    }
    if (premises.length < instance.body.size()) {
      premises = new int[instance.body.size() * 2];
    }
  }

  private boolean bind(Atom a, int row) {
    return bind(a.s(), store.s(row), 0, 0)
        && bind(a.p(), store.p(row), a.s(), 0)
        && bind(a.o(), store.o(row), a.s(), a.p());
  }

  private boolean bind(int term, int value, int before, int earlier) {
    if (term >= 0) {
      return term == value;
    }
    if (term == before || term == earlier) {
      return values[~term] == value;
    }
    values[~term] = value;
    return true;
  }

  private boolean run(Instance instance, List<Step> steps, int depth, Firing sink) {
    if (depth == steps.size()) {
      return distinct(instance) && sink.fire(instance, values, premises);
    }
    Step step = steps.get(depth);
    int s = value(step.s());
    int p = value(step.p());
    int o = value(step.o());
    Access access = step.access();
    for (int row = store.first(access, s, p, o); row >= 0; row = store.next(access, row)) {
      if ((visible >> store.state(row) & 1) != 0 && matches(step, row)) {
        premises[step.atom()] = row;
        if (run(instance, steps, depth + 1, sink)) {
          return true;
        }
      }
    }
    if (access == Access.EXACT && literals.isOfType(s, p, o)) {
      premises[step.atom()] = TripleStore.NONE;
      return run(instance, steps, depth + 1, sink);
    }
    return false;
  }

  private boolean matches(Step step, int row) {
    if (step.freeS()) {
      values[~step.s()] = store.s(row);
    } else if (value(step.s()) != store.s(row)) {
      return false;
    }
    if (step.freeP()) {
      values[~step.p()] = store.p(row);
    } else if (value(step.p()) != store.p(row)) {
      return false;
    }
    if (step.freeO()) {
      values[~step.o()] = store.o(row);
      return true;
    }
    return value(step.o()) == store.o(row);
  }

  private int value(int term) {
    return term >= 0 ? term : values[~term];
  }

  private boolean distinct(Instance instance) {
    for (Rule.Pair pair : instance.distinct) {
      if (value(pair.left()) == value(pair.right())) {
        return false;
      }
    }
    return true;
  }

  /** A copy of the first {@code count} premises without those that a literal's value gives. */
  static int[] rows(int[] premises, int count) {
    int[] out = new int[count];
    int n = 0;
    for (int i = 0; i < count; i++) {
      if (premises[i] >= 0) {
        out[n++] = premises[i];
      }
    }
    return n == count ? out : Arrays.copyOf(out, n);
  }
}
