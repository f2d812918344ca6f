package org.w3id.chokepoint.across;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.graph.Terms;

/**
 * Events that several articles tell. Two are one occurrence only if class, outcome and participants
 * are the same and both are dated, one date within the other; what is undated stays apart.
 */
final class Occurrences {
  private static final List<String> SAME =
      List.of("hasAgent", "hasObject", "hasRecipient", "outcome");

  private Occurrences() {}

  private record Dated(Node event, String date) {}

  static void write(DatasetGraph data, Graph out) {
    Map<String, List<Dated>> near = new TreeMap<>();
    data.find(Node.ANY, Node.ANY, Terms.cp("eventDate"), Node.ANY)
        .forEachRemaining(
            q -> {
              Graph graph = data.getGraph(q.getGraph());
              near.computeIfAbsent(key(graph, q.getSubject()), k -> new ArrayList<>())
                  .add(new Dated(q.getSubject(), q.getObject().getLiteralLexicalForm()));
            });
    for (List<Dated> events : near.values()) {
      for (Dated a : events) {
        events.stream()
            .filter(b -> !a.event().equals(b.event()))
            .filter(b -> a.date().startsWith(b.date()) || b.date().startsWith(a.date()))
            .forEach(b -> out.add(a.event(), Terms.cp("sameOccurrenceAs"), b.event()));
      }
    }
  }

  private static String key(Graph graph, Node event) {
    return Stream.concat(Stream.of(RDF.type.asNode()), SAME.stream().map(Terms::cp))
        .flatMap(p -> graph.find(event, p, Node.ANY).mapWith(Triple::toString).toList().stream())
        .map(t -> t.replace(event.toString(), ""))
        .sorted()
        .reduce("", (a, b) -> a + " " + b);
  }
}
