package org.w3id.chokepoint.browse;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** A named graph: how large it is and how it starts. */
final class GraphPage {
  private static final int MOST = 500;

  private GraphPage() {}

  static Map<String, Object> values(Scene scene, Node name) {
    Graph graph = scene.served().all().getGraph(name);
    Map<String, Object> values = new HashMap<>();
    values.put("thing", scene.link(name));
    values.put("size", graph.size());
    try (Stream<Triple> triples = graph.stream()) {
      values.put(
          "triples",
          triples
              .sorted(Comparator.comparing(Triple::toString))
              .limit(MOST)
              .map(t -> scene.links(List.of(t.getSubject(), t.getPredicate(), t.getObject())))
              .toList());
    }
    return values;
  }
}
