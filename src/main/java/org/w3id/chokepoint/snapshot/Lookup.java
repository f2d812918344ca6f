package org.w3id.chokepoint.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Reads values off a graph, always in the same order.
 *
 * @param graph what is read
 */
public record Lookup(Graph graph) {
  private static final Comparator<Node> ORDER = Comparator.comparing(Lookup::text);

  /** All objects of {@code subject predicate}, by their text. */
  public List<Node> objects(Node subject, Node predicate) {
    try (Stream<Triple> found = graph.stream(subject, predicate, Node.ANY)) {
      return found.map(Triple::getObject).sorted(ORDER).toList();
    }
  }

  /** All subjects of {@code predicate object}, by their text. */
  public List<Node> subjects(Node predicate, Node object) {
    try (Stream<Triple> found = graph.stream(Node.ANY, predicate, object)) {
      return found.map(Triple::getSubject).sorted(ORDER).toList();
    }
  }

  /** The first object of the first predicate that has one. */
  public Optional<Node> object(Node subject, Node... predicates) {
    return Stream.of(predicates).flatMap(p -> objects(subject, p).stream()).findFirst();
  }

  /** The same as text; "" when there is none. */
  public String string(Node subject, Node... predicates) {
    return object(subject, predicates).map(Lookup::text).orElse("");
  }

  /** The same as a whole number; -1 when there is none. */
  public int number(Node subject, Node predicate) {
    String text = string(subject, predicate);
    return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
  }

  /** Whether {@code node} has the class. */
  public boolean is(Node node, Node type) {
    return graph.contains(node, RDF.type.asNode(), type);
  }

  /** The English label, else any label, title or quote, else the end of the IRI. */
  public String label(Node node) {
    if (!node.isURI()) {
      return text(node);
    }
    return Stream.of(RDFS.label.asNode(), Terms.schema("headline"), Terms.dcterms("title"))
        .flatMap(predicate -> objects(node, predicate).stream())
        .min(Comparator.comparing(label -> !label.getLiteralLanguage().startsWith("en")))
        .map(Lookup::text)
        .orElse(localName(node.getURI()));
  }

  /** The IRI, lexical form or blank node label. */
  public static String text(Node node) {
    return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  /** What follows the last slash or hash. */
  public static String localName(String iri) {
    int cut = Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#'));
    return cut < 0 || cut == iri.length() - 1 ? iri : iri.substring(cut + 1);
  }
}
