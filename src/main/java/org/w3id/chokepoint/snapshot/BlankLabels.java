package org.w3id.chokepoint.snapshot;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/**
 * Names blank nodes by their surroundings: colour refinement with SHA-256, ties broken one at a
 * time. Exact for the trees and lists of OWL axioms, where equal colours mean equal structure.
 */
final class BlankLabels {
  private final Map<Node, String> labels;

  private BlankLabels(Map<Node, String> labels) {
    this.labels = labels;
  }

  String label(Node blank) {
    String label = labels.get(blank);
    if (label == null) {
      throw new IllegalArgumentException("blank node from other data: " + blank);
    }
    return label;
  }

  static BlankLabels of(List<Quad> quads) {
    Map<Node, List<Quad>> around = new HashMap<>();
    for (Quad quad : quads) {
      for (Node node : List.of(quad.getSubject(), quad.getObject(), quad.getGraph())) {
        if (node.isBlank()) {
          around.computeIfAbsent(node, n -> new ArrayList<>()).add(quad);
        }
      }
    }
    Map<Node, String> colours = new HashMap<>();
    around.keySet().forEach(node -> colours.put(node, ""));
    refine(colours, around);
    for (Node tied = tie(colours); tied != null; tied = tie(colours)) {
      colours.merge(tied, "tie", String::concat);
      refine(colours, around);
    }
    Map<Node, String> labels = new HashMap<>();
    colours.forEach((node, colour) -> labels.put(node, "b" + colour.substring(0, 16)));
    if (new HashSet<>(labels.values()).size() != labels.size()) {
      throw new IllegalStateException("blank nodes share a label");
    }
    return new BlankLabels(labels);
  }

  /** One node of the smallest colour that several nodes share, or null. */
  private static @Nullable Node tie(Map<Node, String> colours) {
    TreeMap<String, Integer> sizes = new TreeMap<>();
    colours.values().forEach(colour -> sizes.merge(colour, 1, Integer::sum));
    for (Map.Entry<String, Integer> size : sizes.entrySet()) {
      if (size.getValue() > 1) {
        return colours.entrySet().stream()
            .filter(entry -> entry.getValue().equals(size.getKey()))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
      }
    }
    return null;
  }

  /** Recolours until the number of colours stays the same. */
  private static void refine(Map<Node, String> colours, Map<Node, List<Quad>> around) {
    int before;
    int after = -1;
    do {
      before = after;
      Map<Node, String> next = new HashMap<>();
      around.forEach((node, quads) -> next.put(node, colour(node, quads, colours)));
      colours.putAll(next);
      after = new HashSet<>(colours.values()).size();
    } while (after > before);
  }

  private static String colour(Node self, List<Quad> quads, Map<Node, String> colours) {
    List<String> seen = new ArrayList<>();
    for (Quad quad : quads) {
      StringBuilder text = new StringBuilder();
      for (Node node :
          List.of(quad.getSubject(), quad.getPredicate(), quad.getObject(), quad.getGraph())) {
        if (node.equals(self)) {
          text.append("_:self ");
        } else if (node.isBlank()) {
          text.append("_:").append(colours.get(node)).append(' ');
        } else {
          TermText.append(node, text);
          text.append(' ');
        }
      }
      seen.add(text.toString());
    }
    Collections.sort(seen);
    String all = colours.get(self) + '\n' + String.join("\n", seen);
    return Hashing.sha256(all.getBytes(StandardCharsets.UTF_8));
  }
}
