package org.w3id.chokepoint.browse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/**
 * A drawing of things and how they are joined: each thing in the column that its distance from the
 * start gives; lengths in pixels.
 *
 * @param left how many things are not drawn
 */
record Picture(int width, int height, List<Box> boxes, List<Line> lines, int left) {
  /** Columns drawn; what is further off is left. */
  private static final int WIDEST = 6;

  private static final int COLUMN = 250;
  private static final int ROW = 40;
  private static final int BOX = 190;
  private static final int TALLEST = 14;
  private static final int ROOMY = 30;
  private static final int LETTERS = 24;

  /** A thing with the place of its upper left corner. */
  record Box(Link link, String text, String kind, int x, int y, int width) {}

  /** A curve between two things, as SVG path data. */
  record Line(String path, boolean inferred, String words) {}

  private record Edge(Node from, Node to) {}

  /** How two things are joined. */
  private record Join(boolean inferred, String words) {
    Join with(Join other) {
      boolean told = words.equals(other.words) || other.words.isEmpty();
      return new Join(
          inferred && other.inferred, told ? words : Scene.cut(words + ", " + other.words, 200));
    }
  }

  /** A row of an answer that joins two things. */
  record Arrow(Node from, String words, Node to) {}

  /** Draws what a policy reaches, as much as is readable. */
  static Picture of(Node policy, List<Exposure.Reached> reached, Scene scene) {
    Map<Node, Integer> columns = new LinkedHashMap<>();
    Map<Edge, Join> edges = new LinkedHashMap<>();
    columns.put(policy, 0);
    for (Exposure.Reached one : reached) {
      for (int i = 0; i < one.stops().size(); i++) {
        columns.merge(one.stops().get(i), i + 1, Math::min);
        edges.merge(
            new Edge(i == 0 ? policy : one.stops().get(i - 1), one.stops().get(i)),
            new Join(!scene.served().asserts(one.path().get(i)), ""),
            Join::with);
      }
    }
    return drawn(columns, edges, joined(reached), TALLEST, scene);
  }

  /** Draws arrows from left to right, beginning with those things that none leads to. */
  static Picture of(List<Arrow> arrows, Scene scene) {
    Map<Edge, Join> edges = new LinkedHashMap<>();
    Map<Node, List<Node>> next = new LinkedHashMap<>();
    Set<Node> reached = new HashSet<>();
    for (Arrow arrow : arrows) {
      Edge back = new Edge(arrow.to(), arrow.from());
      Edge edge = edges.containsKey(back) ? back : new Edge(arrow.from(), arrow.to());
      if (edges.merge(edge, new Join(false, arrow.words()), Join::with) != null) {
        next.computeIfAbsent(edge.from(), from -> new ArrayList<>()).add(edge.to());
        reached.add(edge.to());
      }
    }
    Map<Node, Integer> columns = new LinkedHashMap<>();
    next.keySet().stream()
        .filter(node -> !reached.contains(node))
        .forEach(node -> spread(node, next, columns));
    // What is left goes in circles.
    next.keySet().forEach(node -> spread(node, next, columns));
    Map<Node, Integer> kept = withRoom(columns, edges.keySet());
    Picture drawn = drawn(kept, edges, next.keySet(), ROOMY, scene);
    return new Picture(
        drawn.width(),
        drawn.height(),
        drawn.boxes(),
        drawn.lines(),
        columns.size() - drawn.boxes().size());
  }

  /** The ends of those lines that have room at both ends, so that nothing stands alone. */
  private static Map<Node, Integer> withRoom(Map<Node, Integer> columns, Set<Edge> edges) {
    Map<Node, Integer> kept = new LinkedHashMap<>();
    Map<Integer, Integer> sizes = new HashMap<>();
    for (Edge edge : edges) {
      List<Node> ends =
          Stream.of(edge.from(), edge.to()).filter(node -> !kept.containsKey(node)).toList();
      if (ends.stream()
          .allMatch(
              node ->
                  sizes.getOrDefault(columns.getOrDefault(node, 0), 0) + ends.size() <= ROOMY)) {
        for (Node end : ends) {
          int column = columns.getOrDefault(end, 0);
          kept.put(end, column);
          sizes.merge(column, 1, Integer::sum);
        }
      }
    }
    return kept;
  }

  private static void spread(Node start, Map<Node, List<Node>> next, Map<Node, Integer> columns) {
    Deque<Node> open = new ArrayDeque<>();
    if (columns.putIfAbsent(start, 0) == null) {
      open.add(start);
    }
    while (!open.isEmpty()) {
      Node node = open.remove();
      int column = columns.getOrDefault(node, 0) + 1;
      for (Node to : next.getOrDefault(node, List.of())) {
        if (columns.putIfAbsent(to, column) == null) {
          open.add(to);
        }
      }
    }
  }

  private static Picture drawn(
      Map<Node, Integer> columns, Map<Edge, Join> edges, Set<Node> joined, int room, Scene scene) {
    Map<Integer, List<Node>> placed = new HashMap<>();
    // What leads on is drawn before what ends a path.
    for (boolean first : List.of(true, false)) {
      columns.forEach(
          (node, column) -> {
            List<Node> there = placed.computeIfAbsent(column, key -> new ArrayList<>());
            if (joined.contains(node) == first && column < WIDEST && there.size() < room) {
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
    int width = (Math.min(WIDEST, placed.size()) - 1) * COLUMN + BOX + 40;
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
    Link link = scene.told(node);
    String kind = link.href().replaceFirst("^/page/", "").replaceFirst("/.*", "");
    String label = link.label();
    String text =
        label.codePointCount(0, label.length()) > LETTERS
            ? label.substring(0, label.offsetByCodePoints(0, LETTERS - 1)) + "…"
            : label;
    return new Box(link, text, kind, x, y, BOX);
  }

  private static Line line(Box from, Box to, Join join) {
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
    return new Line(path, join.inferred(), join.words());
  }
}
