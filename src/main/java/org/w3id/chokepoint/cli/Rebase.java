package org.w3id.chokepoint.cli;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/** Moves the individuals of a dataset under another base IRI; the ontology keeps its own. */
final class Rebase {
  static final String DEFAULT = "https://w3id.org/chokepoint/";

  private static final String ID = DEFAULT + "id/";

  private Rebase() {}

  /** The same data with {@code base} in place of {@value #DEFAULT} before {@code id/}. */
  static DatasetGraph to(String base, DatasetGraph data) {
    if (base.equals(DEFAULT)) {
      return data;
    }
    DatasetGraph out = DatasetGraphFactory.create();
    data.find().forEachRemaining(q -> out.add(to(base, q)));
    return out;
  }

  /** The same graph likewise. */
  static Graph to(String base, Graph graph) {
    if (base.equals(DEFAULT)) {
      return graph;
    }
    Graph out = GraphMemFactory.createDefaultGraph();
    graph.find().forEach(t -> out.add(to(base, Quad.create(Quad.defaultGraphIRI, t)).asTriple()));
    return out;
  }

  /** The same quad likewise. */
  static Quad to(String base, Quad q) {
    return base.equals(DEFAULT)
        ? q
        : new Quad(
            moved(base, q.getGraph()),
            moved(base, q.getSubject()),
            q.getPredicate(),
            moved(base, q.getObject()));
  }

  private static Node moved(String base, Node node) {
    return node.isURI() && node.getURI().startsWith(ID)
        ? NodeFactory.createURI(base + "id/" + node.getURI().substring(ID.length()))
        : node;
  }
}
