package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * A drawing of what a policy reaches: the policy on the left, each thing in the column that its
 * distance gives; lengths in pixels.
 */
record Picture(int width, int height, List<Box> boxes, List<Line> lines, int left) {
  private static final int COLUMN = 250;
  private static final int ROW = 40;
  private static final int BOX = 190;
  private static final int TALLEST = 14;
  private static final int LETTERS = 24;

  /** A thing with the place of its upper left corner. */
  record Box(Link link, String text, String kind, int x, int y, int width) {}

  /** A curve between two things, as SVG path data. */
  record Line(String path, boolean inferred) {}

  private record Edge(Node from, Node to) {}

  /**
   * Draws as many as are readable.
   *
   * <p>{@link #left} is how many things are not drawn.
   */
  static Picture of(Node policy, List<Exposure.Reached> reached, Scene scene) {
    Map<Node, Integer> columns = new LinkedHashMap<>();
    Map<Edge, Boolean> edges = new LinkedHashMap<>();
    columns.put(policy, 0);
    for (Exposure.Reached one : reached) {
      for (int i = 0; i < one.stops().size(); i++) {
        columns.merge(one.stops().get(i), i + 1, Math::min);
        edges.merge(
            new Edge(i == 0 ? policy : one.stops().get(i - 1), one.stops().get(i)),
            !scene.served().asserts(one.path().get(i)),
            Boolean::logicalAnd);
      }
    }
    Map<Integer, List<Node>> placed = new HashMap<>();
    Set<Node> joined = joined(reached);
    // What leads on is drawn before what ends a path.
    for (boolean first : List.of(true, false)) {
      columns.forEach(
          (node, column) -> {
            List<Node> there = placed.computeIfAbsent(column, key -> new ArrayList<>());
            if (joined.contains(node) == first && there.size() < TALLEST) {
              there.add(node);
            }
          });
    }
    int tallest = placed.values().stream().mapToInt(List::size).max().orElse(1);
    Map<Node, Box> boxes = new LinkedHashMap<>();
    placed.forEach(
        (column, nodes) -> {
          int top = (tallest - nodes.size()) * ROW / 2;
          for (int i = 0; i < nodes.size(); i++) {
            boxes.put(
                nodes.get(i), box(nodes.get(i), column * COLUMN + 2, top + i * ROW + 4, scene));
          }
        });
    List<Line> lines =
        edges.entrySet().stream()
            .filter(e -> boxes.containsKey(e.getKey().from()) && boxes.containsKey(e.getKey().to()))
            .map(
                e ->
                    line(
                        place(boxes, e.getKey().from()),
                        place(boxes, e.getKey().to()),
                        e.getValue()))
            .toList();
    int width = (placed.size() - 1) * COLUMN + BOX + 4;
    return new Picture(
        width,
        tallest * ROW + 4,
        List.copyOf(boxes.values()),
        lines,
        columns.size() - boxes.size());
  }

  private static Box place(Map<Node, Box> boxes, Node node) {
    return boxes.getOrDefault(node, new Box(new Link("", "", ""), "", "", 0, 0, 0));
  }

  private static Set<Node> joined(List<Exposure.Reached> reached) {
    Set<Node> joined = new HashSet<>();
    reached.forEach(one -> joined.addAll(one.stops().subList(0, one.stops().size() - 1)));
    return joined;
  }

  private static Box box(Node node, int x, int y, Scene scene) {
    Link link = scene.link(node);
    String kind = link.href().replaceFirst("^/page/", "").replaceFirst("/.*", "");
    String label = link.label();
    String text =
        label.codePointCount(0, label.length()) > LETTERS
            ? label.substring(0, label.offsetByCodePoints(0, LETTERS - 1)) + "…"
            : label;
    return new Box(link, text, kind, x, y, BOX);
  }

  private static Line line(Box from, Box to, boolean inferred) {
    int x = from.x() + BOX;
    int y = from.y() + 16;
    int across = to.y() + 16;
    String path =
        to.x() > x
            ? String.format(
                Locale.ROOT,
                "M%d %dC%d %d %d %d %d %d",
                x,
                y,
                x + 30,
                y,
                to.x() - 30,
                across,
                to.x(),
                across)
            : String.format(
                Locale.ROOT,
                "M%d %dC%d %d %d %d %d %d",
                x,
                y,
                x + 30,
                y,
                to.x() + BOX + 30,
                across,
                to.x() + BOX,
                across);
    return new Line(path, inferred);
  }
}
