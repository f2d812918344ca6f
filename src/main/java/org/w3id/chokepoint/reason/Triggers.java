package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which instances a triple may concern, by the terms that their patterns name. */
final class Triggers {
  /** Pattern {@code index} of {@code instance}. */
  record Trigger(Instance instance, int index) {}

  private static final List<Trigger> NONE = List.of();

  private final List<List<Trigger>> lists = new ArrayList<>();
  private final LongIntMap byPO = new LongIntMap();
  private int[] byP = new int[0];
  private final List<Trigger> others = new ArrayList<>();

  void add(Atom pattern, Trigger trigger) {
    listFor(pattern).add(trigger);
  }

  void remove(Atom pattern, Instance instance) {
    listFor(pattern).removeIf(t -> t.instance() == instance);
  }

  /** Those whose pattern names predicate and object. */
  List<Trigger> exact(int p, int o) {
    int slot = byPO.get(LongIntMap.key(p, o));
    return slot < 0 ? NONE : lists.get(slot);
  }

  /** Those whose pattern names the predicate alone. */
  List<Trigger> predicate(int p) {
    return p >= byP.length || byP[p] < 0 ? NONE : lists.get(byP[p]);
  }

  /** Those whose pattern leaves the predicate open. */
  List<Trigger> open() {
    return others;
  }

  private List<Trigger> listFor(Atom a) {
    if (a.p() < 0) {
      return others;
    }
    if (a.o() >= 0) {
      long key = LongIntMap.key(a.p(), a.o());
      int slot = byPO.get(key);
      if (slot < 0) {
        byPO.put(key, slot = newList());
      }
      return lists.get(slot);
    }
    if (a.p() >= byP.length) {
      int known = byP.length;
      byP = Arrays.copyOf(byP, a.p() + 64);
      Arrays.fill(byP, known, byP.length, -1);
    }
    if (byP[a.p()] < 0) {
      byP[a.p()] = newList();
    }
    return lists.get(byP[a.p()]);
  }

  private int newList() {
    lists.add(new ArrayList<>(2));
    return lists.size() - 1;
  }
}
