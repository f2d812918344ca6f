package org.w3id.chokepoint.serve;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * What we say about one thing: its triples both ways, the claims about it with the sentences they
 * are stated in, and the labels of what it is joined to. In pages, so that a hub stays readable.
 *
 * @param statements about the thing, with what explains them
 * @param page from 1
 * @param pages how many there are; each statement is on one of them
 */
public record Description(Graph statements, int page, int pages) {
  /** Triples of the thing on one page. */
  static final int SIZE = 1000;

  private static final Set<Node> EVIDENCE =
      Set.of(Terms.cp("Claim"), Terms.cp("Passage"), Terms.nif("Phrase"));

  /** A page of the description; empty when nothing is said about {@code thing}, or not so much. */
  public static Description of(Node thing, Graph data, int page) {
    List<Triple> all = new ArrayList<>(ordered(data.stream(thing, Node.ANY, Node.ANY)));
    all.addAll(ordered(data.stream(Node.ANY, Node.ANY, thing)));
    return new Description(explained(part(all, page), data), page, pages(all));
  }

  /** A page of a named graph, which is described by its content. */
  static Description of(Graph named, int page) {
    List<Triple> all = ordered(named.stream());
    Graph part = GraphMemFactory.createDefaultGraph();
    part(all, page).forEach(part::add);
    return new Description(part, page, pages(all));
  }

  private static int pages(List<Triple> all) {
    return Math.max(1, (all.size() + SIZE - 1) / SIZE);
  }

  private static List<Triple> part(List<Triple> all, int page) {
    return page > pages(all)
        ? List.of()
        : all.subList((page - 1) * SIZE, Math.min(all.size(), page * SIZE));
  }

  /** In an order that depends on the content only. */
  private static List<Triple> ordered(Stream<Triple> triples) {
    record Keyed(String key, Triple triple) {}
    try (triples) {
      return triples
          .map(t -> new Keyed(t.getPredicate() + " " + t.getSubject() + " " + t.getObject(), t))
          .sorted(Comparator.comparing(Keyed::key))
          .map(Keyed::triple)
          .toList();
    }
  }

  private static Graph explained(List<Triple> statements, Graph data) {
    Graph found = GraphMemFactory.createDefaultGraph();
    for (Triple triple : statements) {
      found.add(triple);
      if (triple.getObject().isBlank()) {
        copy(triple.getObject(), data, found, new LinkedHashSet<>());
      }
    }
    for (Triple triple : found.stream().toList()) {
      if (isEvidence(triple.getSubject(), data)) {
        copy(triple.getSubject(), data, found, new LinkedHashSet<>());
        passages(triple.getSubject(), data)
            .forEach(passage -> copy(passage, data, found, new LinkedHashSet<>()));
      }
    }
    for (Triple triple : found.stream().toList()) {
      for (Node node : List.of(triple.getSubject(), triple.getObject())) {
        if (node.isURI()) {
          data.stream(node, RDFS.label.asNode(), Node.ANY).forEach(found::add);
        }
      }
    }
    return found;
  }

  private static boolean isEvidence(Node node, Graph data) {
    return data.stream(node, RDF.type.asNode(), Node.ANY)
        .anyMatch(triple -> EVIDENCE.contains(triple.getObject()));
  }

  private static List<Node> passages(Node claim, Graph data) {
    return data.stream(claim, Terms.cp("statedIn"), Node.ANY).map(Triple::getObject).toList();
  }

  /** Copies outgoing triples, and those of blank nodes that hang on them. */
  private static void copy(Node node, Graph data, Graph into, Set<Node> done) {
    if (done.add(node)) {
      for (Triple triple : data.stream(node, Node.ANY, Node.ANY).toList()) {
        into.add(triple);
        if (triple.getObject().isBlank()) {
          copy(triple.getObject(), data, into, done);
        }
      }
    }
  }
}
