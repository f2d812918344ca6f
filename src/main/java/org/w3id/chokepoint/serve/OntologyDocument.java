package org.w3id.chokepoint.serve;

import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.NodeFactory;
import org.w3id.chokepoint.snapshot.Terms;

/** The ontology as a document, at {@code /ontology}, its version IRI and {@code /ontology.ttl}. */
final class OntologyDocument {
  private OntologyDocument() {}

  static Reply answer(Question question) {
    if (!question.path().matches("/ontology(\\.[a-z]+)?(/[0-9.]+)?/?")) {
      return Reply.notFound("The ontology is at /ontology.");
    }
    int dot = question.path().startsWith("/ontology.") ? question.path().indexOf('.') : -1;
    Optional<String> name =
        dot >= 0
            ? Optional.of(question.path().substring(dot + 1))
            : question.parameter("format").or(() -> question.accept().best(Rdf.TYPES));
    return name.flatMap(Rdf::named)
        .map(rdf -> rdf.reply(copy(graph(question.served())), Map.of("Link", links())))
        .orElse(
            new Reply.Failure(
                Problem.of(406, "Offered: " + String.join(", ", Rdf.TYPES) + ", text/html.")));
  }

  /** The named graph that holds the ontology. */
  static Graph graph(Served served) {
    return served.all().getGraph(NodeFactory.createURI(served.base() + Terms.ONTOLOGY));
  }

  private static Graph copy(Graph graph) {
    Graph copy = GraphMemFactory.createDefaultGraph();
    graph.stream().forEach(copy::add);
    return copy;
  }

  private static String links() {
    return "<"
        + Terms.BASE
        + "ontology>; rel=\"describes\", <https://creativecommons.org/licenses/by/4.0/>;"
        + " rel=\"license\", </ontology?format=ttl>; rel=\"alternate\"; type=\"text/turtle\"";
  }
}
