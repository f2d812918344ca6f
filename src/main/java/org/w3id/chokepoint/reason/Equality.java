package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Classes of equal terms as a forest: each term but the representative points to another term of
 * its class, over the row of the sameAs triple that says so (its link). Paths are not shortened, so
 * that each step keeps its reason and can be taken back.
 */
final class Equality {
  private record Edge(int parent, int link) {}

  private final Map<Integer, Edge> edges = new HashMap<>();
  private final Map<Integer, List<Integer>> children = new HashMap<>();
  private final Map<Integer, Integer> sizes = new HashMap<>();

  boolean isEmpty() {
    return edges.isEmpty();
  }

  /** The term one step nearer to the representative, or -1 when {@code term} is it. */
  int parent(int term) {
    Edge edge = edges.isEmpty() ? null : edges.get(term);
    return edge == null ? -1 : edge.parent;
  }

  /** The row of the sameAs triple for the step from {@code term}, or -1. */
  int link(int term) {
    Edge edge = edges.get(term);
    return edge == null ? -1 : edge.link;
  }

  int representative(int term) {
    int out = term;
    for (int up = parent(term); up >= 0; up = parent(up)) {
      out = up;
    }
    return out;
  }

  int size(int representative) {
    return sizes.getOrDefault(representative, 1);
  }

  /** The terms that point to {@code term}. */
  List<Integer> children(int term) {
    return children.getOrDefault(term, List.of());
  }

  /** All terms of the class of {@code representative}, itself first. */
  List<Integer> members(int representative) {
    List<Integer> out = new ArrayList<>(List.of(representative));
    for (int i = 0; i < out.size(); i++) {
      out.addAll(children(out.get(i)));
    }
    return out;
  }

  /** The representatives of classes with more than one term. */
  List<Integer> representatives() {
    return children.keySet().stream().filter(t -> !edges.containsKey(t)).sorted().toList();
  }

  void join(int loser, int winner, int link) {
    edges.put(loser, new Edge(winner, link));
    children.computeIfAbsent(winner, k -> new ArrayList<>()).add(loser);
    sizes.put(winner, size(winner) + size(loser));
  }

  /** Takes {@code loser} and what points to it out of the class of its parent. */
  void part(int loser) {
    Edge edge = edges.remove(loser);
    if (edge == null) {
      return;
    }
    List<Integer> siblings = children.get(edge.parent);
    if (siblings != null) {
      siblings.remove((Integer) loser);
      if (siblings.isEmpty()) {
        children.remove(edge.parent);
      }
    }
    for (int up = edge.parent; up >= 0; up = parent(up)) {
      sizes.put(up, size(up) - size(loser));
    }
  }
}
