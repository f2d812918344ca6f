package org.w3id.chokepoint.mention;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;

/**
 * How much the reference data holds.
 *
 * @param total of all files; an entity that two files describe counts once
 * @param files by name of the file
 * @param kinds by local name of the class
 * @param countries entities by label of the country, the most first; see {@code countries.rq}
 */
public record Inventory(
    Count total,
    Map<String, Count> files,
    Map<String, Count> kinds,
    Map<String, Integer> countries) {
  private static final String CHECKED = "Wikidata id agrees with ";
  private static final Node SAME_AS = NodeFactory.createURI("https://schema.org/sameAs");

  /**
   * Numbers of one part.
   *
   * @param aliases other names, short forms among them
   * @param wikidata links to Wikidata whose source is named beside them
   */
  public record Count(int entities, int labels, int aliases, int wikidata) {}

  /**
   * Counts.
   *
   * @param files the graph of each file, by its name
   */
  public static Inventory of(Map<String, Graph> files, Graph all) {
    Map<String, Count> byFile = new LinkedHashMap<>();
    files.forEach((name, graph) -> byFile.put(name, count(graph, entities(graph))));
    Map<String, Set<Node>> ofKind = new TreeMap<>();
    for (Triple t : all.find(Node.ANY, RDF.type.asNode(), Node.ANY).toList()) {
      String kind = t.getObject().getURI().replace(Ontology.NAMESPACE, "");
      ofKind.computeIfAbsent(kind, k -> new HashSet<>()).add(t.getSubject());
    }
    Map<String, Count> kinds = new LinkedHashMap<>();
    ofKind.forEach((kind, entities) -> kinds.put(kind, count(all, entities)));
    return new Inventory(count(all, entities(all)), byFile, kinds, countries(all));
  }

  private static Set<Node> entities(Graph graph) {
    return graph.find(Node.ANY, RDF.type.asNode(), Node.ANY).mapWith(Triple::getSubject).toSet();
  }

  private static Count count(Graph graph, Set<Node> entities) {
    int labels = 0;
    int aliases = 0;
    int wikidata = 0;
    for (Node e : entities) {
      labels += size(graph, e, RDFS.label.asNode());
      aliases +=
          size(graph, e, SKOS.altLabel.asNode())
              + size(graph, e, NodeFactory.createURI(Ontology.NAMESPACE + "shortLabel"));
      boolean sourced =
          graph.find(e, DCTerms.source.asNode(), Node.ANY).toList().stream()
              .anyMatch(t -> t.getObject().getLiteralLexicalForm().startsWith(CHECKED));
      wikidata += sourced ? size(graph, e, SAME_AS) : 0;
    }
    return new Count(entities.size(), labels, aliases, wikidata);
  }

  private static int size(Graph graph, Node subject, Node predicate) {
    return graph.find(subject, predicate, Node.ANY).toList().size();
  }

  private static Map<String, Integer> countries(Graph graph) {
    Map<String, Integer> counts = new TreeMap<>();
    try (var query =
        QueryExecutionFactory.create(query(), ModelFactory.createModelForGraph(graph))) {
      query
          .execSelect()
          .forEachRemaining(
              row -> counts.merge(label(graph, row.get("country").asNode()), 1, Integer::sum));
    }
    Map<String, Integer> out = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .forEach(e -> out.put(e.getKey(), e.getValue()));
    return out;
  }

  private static String label(Graph graph, Node node) {
    List<String> labels =
        graph
            .find(node, RDFS.label.asNode(), Node.ANY)
            .mapWith(t -> t.getObject().getLiteralLexicalForm())
            .toList();
    return labels.isEmpty() ? node.getURI() : labels.get(0);
  }

  private static String query() {
    try (InputStream in =
        Objects.requireNonNull(Inventory.class.getResourceAsStream("countries.rq"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
