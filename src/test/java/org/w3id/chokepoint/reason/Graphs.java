package org.w3id.chokepoint.reason;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/** Graphs for these tests. */
final class Graphs {
  static final Path RESOURCES = Path.of("src/test/resources/org/w3id/chokepoint/reason");
  private static final String PREFIXES =
      """
      @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
      @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
      @prefix owl: <http://www.w3.org/2002/07/owl#> .
      @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
      @prefix cp: <https://w3id.org/chokepoint/ontology#> .
      @prefix : <https://example.org/> .
      """;

  private Graphs() {}

  /** A graph in Turtle; the usual prefixes are known. */
  static Graph turtle(String text) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(PREFIXES + text, Lang.TURTLE).parse(graph);
    return graph;
  }

  static Graph resource(String name) {
    return RDFDataMgr.loadGraph(RESOURCES.resolve(name).toString());
  }

  static Graph ontology() {
    return RDFDataMgr.loadGraph("ontology/chokepoint.ttl");
  }

  static Graph union(Graph... graphs) {
    Graph all = GraphFactory.createDefaultGraph();
    for (Graph graph : graphs) {
      graph.find().forEachRemaining(all::add);
    }
    return all;
  }

  static Set<Triple> triples(Graph graph) {
    return new HashSet<>(graph.find().toList());
  }

  static String text(String resource) {
    try {
      return Files.readString(RESOURCES.resolve(resource));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The asserted triples at the leaves of a proof. */
  static Set<Triple> leaves(Proof proof) {
    return switch (proof) {
      case Proof.Asserted leaf -> Set.of(leaf.triple());
      case Proof.Inferred node -> {
        Set<Triple> out = new HashSet<>();
        node.premises().forEach(p -> out.addAll(leaves(p)));
        yield out;
      }
    };
  }

  /** How many inferences lie one above the other. */
  static int depth(Proof proof) {
    return proof instanceof Proof.Inferred node
        ? 1 + node.premises().stream().mapToInt(Graphs::depth).max().orElse(0)
        : 0;
  }

  static Triple one(String turtle) {
    List<Triple> all = turtle(turtle).find().toList();
    return all.getFirst();
  }
}
