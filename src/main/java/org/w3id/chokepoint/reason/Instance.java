package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.reason.Rule.ListCondition;
import org.w3id.chokepoint.reason.Rule.Pair;

/**
 * A rule specialised by the schema triples (guards) that it has met so far. One that still waits
 * for a guard has {@link #waiting} patterns; one that waits for nothing is matched against data.
 */
final class Instance {
  static final int UNBOUND = -1;

  final int id;
  final Rule rule;
  final @Nullable Instance parent;
  final int guard;
  final List<Atom> waiting;
  final List<Atom> body;
  final @Nullable ListCondition list;
  final @Nullable ListWalk walk;
  final List<Pair> distinct;
  final List<Atom> head;
  final int variables;
  final List<Instance> children = new ArrayList<>(0);
  private final @Nullable Plan[] plans;
  private boolean retired;

  /** The state of an instance, to derive another from. */
  record Form(
      List<Atom> waiting,
      List<Atom> body,
      @Nullable ListCondition list,
      @Nullable ListWalk walk,
      List<Pair> distinct,
      List<Atom> head,
      int variables) {
    static Form of(Rule rule) {
      return new Form(
          rule.schema(),
          rule.body(),
          rule.list(),
          null,
          rule.distinct(),
          rule.head(),
          rule.variables());
    }
  }

  Instance(int id, Rule rule, @Nullable Instance parent, int guard, Form form) {
    this.id = id;
    this.rule = rule;
    this.parent = parent;
    this.guard = guard;
    this.waiting = form.waiting;
    this.body = form.body;
    this.list = form.list;
    this.walk = form.walk;
    this.distinct = form.distinct;
    this.head = form.head;
    this.variables = form.variables;
    this.plans = new Plan[body.size() + head.size() + 1];
  }

  boolean complete() {
    return waiting.isEmpty();
  }

  boolean retired() {
    return retired;
  }

  void retire() {
    retired = true;
  }

  Form form() {
    return new Form(waiting, body, list, walk, distinct, head, variables);
  }

  /** This form after its first waiting pattern matched, or null when two terms fail to differ. */
  @Nullable Form bind(int[] values) {
    List<Pair> pairs = distinct.stream().map(p -> p.bind(values)).toList();
    if (pairs.stream().anyMatch(Pair::same)) {
      return null;
    }
    return new Form(
        waiting.subList(1, waiting.size()).stream().map(a -> a.bind(values)).toList(),
        body.stream().map(a -> a.bind(values)).toList(),
        list == null ? null : list.bind(values),
        walk,
        pairs.stream().filter(p -> p.left() < 0 || p.right() < 0).toList(),
        head.stream().map(a -> a.bind(values)).toList(),
        variables);
  }

  /** The plan once body pattern {@code index} matched; -1 when nothing did. */
  Plan planFrom(int index, Values literals) {
    Plan plan = plans[index + 1];
    if (plan == null) {
      plan =
          Plan.of(body, index, index < 0 ? new BitSet() : variablesOf(body.get(index)), literals);
      plans[index + 1] = plan;
    }
    return plan;
  }

  /** The plan once conclusion {@code index} is known. */
  Plan planFor(int index, Values literals) {
    int slot = 1 + body.size() + index;
    Plan plan = plans[slot];
    if (plan == null) {
      plan = Plan.of(body, -1, variablesOf(head.get(index)), literals);
      plans[slot] = plan;
    }
    return plan;
  }

  /** The rows of all guards, first met first. */
  int[] guards() {
    int count = 0;
    for (Instance i = this; i.parent != null; i = i.parent) {
      count += i.guard >= 0 ? 1 : 0;
    }
    int[] out = new int[count];
    for (Instance i = this; i.parent != null; i = i.parent) {
      if (i.guard >= 0) {
        out[--count] = i.guard;
      }
    }
    return out;
  }

  private static BitSet variablesOf(Atom atom) {
    BitSet out = new BitSet();
    for (int term : new int[] {atom.s(), atom.p(), atom.o()}) {
      if (term < 0) {
        out.set(~term);
      }
    }
    return out;
  }

  static int[] unbound(int variables) {
    int[] out = new int[variables];
    Arrays.fill(out, UNBOUND);
    return out;
  }
}
