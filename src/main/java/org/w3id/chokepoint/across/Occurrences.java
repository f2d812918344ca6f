package org.w3id.chokepoint.across;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.graph.Terms;

/**
 * Events that several articles tell. Two are one occurrence only if class, outcome and participants
 * are the same and both are dated, one date within the other; what is undated stays apart. Each is
 * linked with the first of its date and that with the first of the next wider date, not with every
 * other: n tellings take n - 1 links.
 */
final class Occurrences {
  private static final List<String> SAME =
      List.of("hasAgent", "hasObject", "hasRecipient", "outcome");

  private Occurrences() {}

  static void write(DatasetGraph data, Graph out) {
    Map<String, SortedMap<String, SortedSet<Node>>> near = new TreeMap<>();
    data.find(Node.ANY, Node.ANY, Terms.cp("eventDate"), Node.ANY)
        .forEachRemaining(
            q ->
                near.computeIfAbsent(
                        key(data.getGraph(q.getGraph()), q.getSubject()), k -> new TreeMap<>())
                    .computeIfAbsent(
                        q.getObject().getLiteralLexicalForm(),
                        k -> new TreeSet<>(Comparator.comparing(Node::getURI)))
                    .add(q.getSubject()));
    near.values()
        .forEach(dates -> dates.forEach((date, events) -> links(dates, date, events, out)));
  }

  private static void links(
      SortedMap<String, SortedSet<Node>> dates, String date, SortedSet<Node> events, Graph out) {
    Node first = events.first();
    events.forEach(event -> link(first, event, out));
    wider(date).stream()
        .map(dates::get)
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(around -> link(around.first(), first, out));
  }

  /** The month and the year of a day, the year of a month. */
  private static List<String> wider(String date) {
    return Stream.iterate(
            date, d -> d.lastIndexOf('-') > 0, d -> d.substring(0, d.lastIndexOf('-')))
        .map(d -> d.substring(0, d.lastIndexOf('-')))
        .toList();
  }

  private static void link(Node a, Node b, Graph out) {
    if (!a.equals(b)) {
      out.add(a, Terms.cp("sameOccurrenceAs"), b);
      out.add(b, Terms.cp("sameOccurrenceAs"), a);
    }
  }

  /** What tellings of one occurrence have in common. */
  static String key(Graph graph, Node event) {
    return Stream.concat(Stream.of(RDF.type.asNode()), SAME.stream().map(Terms::cp))
        .flatMap(p -> graph.find(event, p, Node.ANY).mapWith(Triple::toString).toList().stream())
        .map(t -> t.replace(event.toString(), ""))
        .sorted()
        .reduce("", (a, b) -> a + " " + b);
  }
}
