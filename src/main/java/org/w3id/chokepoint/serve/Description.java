package org.w3id.chokepoint.serve;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * What we say about one thing: its triples both ways, the claims about it with the sentences they
 * are stated in, and the labels of what it is joined to. Bounded, so that a hub stays readable.
 */
public final class Description {
  /** Most triples that point at the thing. */
  public static final int INCOMING = 1000;

  private static final Set<Node> EVIDENCE =
      Set.of(Terms.cp("Claim"), Terms.cp("Passage"), Terms.nif("Phrase"));

  private Description() {}

  /** The description; empty when nothing is said about {@code thing}. */
  public static Graph of(Node thing, Graph data) {
    Graph found = GraphMemFactory.createDefaultGraph();
    copy(thing, data, found, new LinkedHashSet<>());
    data.stream(Node.ANY, Node.ANY, thing)
        .sorted((a, b) -> order(a).compareTo(order(b)))
        .limit(INCOMING)
        .forEach(found::add);
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

  /** A sort key that depends on the content only. */
  private static String order(Triple triple) {
    return triple.getPredicate() + " " + triple.getSubject();
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
