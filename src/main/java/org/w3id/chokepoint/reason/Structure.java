package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** How OWL 2 writes class expressions and axioms as triples (Mapping to RDF Graphs). */
record Structure(Graph graph) {
  private static final Set<String> CLAIMS =
      Set.of(
          OWL2.sameAs.getURI(),
          OWL2.differentFrom.getURI(),
          OWL2.members.getURI(),
          OWL2.distinctMembers.getURI(),
          OWL2.disjointWith.getURI(),
          OWL2.equivalentClass.getURI(),
          OWL2.sourceIndividual.getURI(),
          OWL2.assertionProperty.getURI(),
          OWL2.targetIndividual.getURI(),
          OWL2.targetValue.getURI());
  private static final Set<String> KINDS =
      Set.of(
          OWL2.Restriction.getURI(),
          OWL2.Class.getURI(),
          RDFS.Datatype.getURI(),
          RDF.List.getURI());

  /** Whether the triple describes an anonymous class or a list, and so claims nothing. */
  static boolean isDescription(Triple t) {
    if (!t.getSubject().isBlank()) {
      return false;
    }
    String p = t.getPredicate().getURI();
    if (t.getPredicate().equals(RDF.Nodes.type)) {
      return t.getObject().isURI() && KINDS.contains(t.getObject().getURI());
    }
    return (p.startsWith(OWL2.NS) && !CLAIMS.contains(p))
        || p.equals(RDF.first.getURI())
        || p.equals(RDF.rest.getURI());
  }

  /** The object of {@code subject} and an OWL property, if there is one. */
  Optional<Node> get(Node subject, String property) {
    List<Node> all = all(subject, NodeFactory.createURI(OWL2.NS + property));
    return all.isEmpty() ? Optional.empty() : Optional.of(all.getFirst());
  }

  List<Node> list(Node start) {
    List<Node> out = new ArrayList<>();
    for (Node cell = start;
        !cell.equals(RDF.Nodes.nil);
        cell = all(cell, RDF.Nodes.rest).getFirst()) {
      out.addAll(all(cell, RDF.Nodes.first));
    }
    return out;
  }

  private List<Node> all(Node subject, Node property) {
    return graph.find(subject, property, Node.ANY).mapWith(Triple::getObject).toList();
  }
}
