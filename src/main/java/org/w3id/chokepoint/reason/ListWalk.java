package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.reason.Rule.ListCondition;
import org.w3id.chokepoint.reason.Rule.Pair;

/**
 * How far an instance has read the list that its rule speaks of. Each cell costs two guards, its
 * member and its rest, so that a change of the list changes the instance.
 *
 * @param before the walk up to the cell before, null at the first cell
 * @param member the member of this cell, -1 before it is known
 * @param length the number of members so far
 * @param mark a cell some steps back: to meet it again means that the list has no end
 * @param budget how many instances the walks from one start have made
 */
record ListWalk(@Nullable ListWalk before, int member, int length, int mark, Budget budget) {
  /** A list that forks at each cell has more readings than can be followed. */
  static final class Budget {
    private static final int MOST = 50_000;
    private int made;
    private boolean forked;

    boolean spent() {
      return forked && made > MOST;
    }

    void make(boolean fork) {
      made++;
      forked |= fork;
    }

    void giveBack() {
      made--;
    }
  }

  /** Longer conditions are split, so that no match goes deeper than this. */
  private static final int BLOCK = 8;

  static ListWalk start(int cell) {
    return new ListWalk(null, -1, 0, cell, new Budget());
  }

  ListWalk with(int next) {
    return new ListWalk(this, next, length + 1, mark, budget);
  }

  /** This walk at the next cell, or null when the list turns back on itself. */
  @Nullable ListWalk to(int cell) {
    if (cell == mark) {
      return null;
    }
    boolean power = (length & (length - 1)) == 0;
    return power ? new ListWalk(before, member, length, cell, budget) : this;
  }

  int[] members() {
    int[] out = new int[length];
    int i = length;
    for (ListWalk w = this; w != null && w.length > 0; w = w.before) {
      out[--i] = w.member;
    }
    return out;
  }

  /**
   * The instances for a list read to its end: one, or for a long list several that lead to it over
   * terms of our own.
   */
  static List<Instance.Form> compile(Instance instance, Dictionary dictionary, int type) {
    ListCondition condition = Objects.requireNonNull(instance.list);
    int[] members = Objects.requireNonNull(instance.walk).members();
    List<Instance.Form> out = new ArrayList<>();
    if (members.length == 0) {
      return out;
    }
    int done = 0;
    int first = members[0];
    while (members.length - done > BLOCK) {
      List<Integer> block = new ArrayList<>(List.of(first));
      for (int i = done + 1; i < done + BLOCK; i++) {
        block.add(members[i]);
      }
      int name = dictionary.internal(condition.form() + ":" + block);
      Block part = Block.of(condition.form(), block, new Atom(~0, type, ~1), 2, done > 0);
      Atom head =
          condition.form() == Rule.Form.EACH ? new Atom(~0, type, name) : new Atom(~0, name, ~1);
      List<Pair> distinct =
          condition.form() == Rule.Form.KEYS ? List.of(new Pair(~0, ~1)) : List.of();
      out.add(
          new Instance.Form(
              List.of(), part.atoms, null, null, distinct, List.of(head), part.variables(2)));
      first = name;
      done += BLOCK - 1;
    }
    List<Integer> rest = new ArrayList<>(List.of(first));
    for (int i = done + 1; i < members.length; i++) {
      rest.add(members[i]);
    }
    out.add(last(instance, condition, rest, done > 0));
    return out;
  }

  private static Instance.Form last(
      Instance instance, ListCondition condition, List<Integer> members, boolean split) {
    int base = instance.variables;
    Atom over = new Atom(condition.s(), condition.p(), condition.o());
    Block block = Block.of(condition.form(), members, over, base, split);
    List<Atom> body = new ArrayList<>(instance.body);
    body.addAll(block.atoms);
    return new Instance.Form(
        List.of(),
        List.copyOf(body),
        null,
        null,
        instance.distinct,
        instance.head,
        block.variables(base));
  }

  /** The patterns that a few members stand for. */
  private record Block(List<Atom> atoms, int fresh) {
    /**
     * {@code over}: the terms of the condition; {@code base}: the first variable not in use; {@code
     * split}: the first member stands for a block before.
     */
    static Block of(Rule.Form form, List<Integer> members, Atom over, int base, boolean split) {
      List<Atom> out = new ArrayList<>();
      int fresh = 0;
      for (int i = 0; i < members.size(); i++) {
        int member = members.get(i);
        switch (form) {
          case EACH -> out.add(new Atom(over.s(), over.p(), member));
          case CHAIN -> {
            int from = i == 0 ? over.s() : ~(base + fresh - 1);
            int to = i == members.size() - 1 ? over.o() : ~(base + fresh++);
            out.add(new Atom(from, member, to));
          }
          case KEYS -> {
            if (i == 0 && split) {
              out.add(new Atom(over.s(), member, over.o()));
            } else {
              out.add(new Atom(over.s(), member, ~(base + fresh)));
              out.add(new Atom(over.o(), member, ~(base + fresh++)));
            }
          }
        }
      }
      return new Block(out, fresh);
    }

    int variables(int base) {
      return base + fresh;
    }
  }
}
