package org.w3id.chokepoint.listing;

import java.lang.Character.UnicodeScript;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.mention.Entity;

/**
 * What is said so far.
 *
 * @param file name of the list's file
 */
record Statements(Graph graph, String file) {
  void add(Node subject, Node predicate, Node object) {
    graph.add(Triple.create(subject, predicate, object));
  }

  boolean has(Node subject, Node predicate, Node object) {
    return graph.contains(subject, predicate, object);
  }

  /** Repeats class and label of a known entity, so that the file can be read and checked alone. */
  void known(Entity entity) {
    add(Terms.iri(entity.iri()), RDF.type.asNode(), Terms.cp(entity.kind()));
    add(Terms.iri(entity.iri()), RDFS.label.asNode(), text(entity.label()));
  }

  /** The label that was given before. */
  String label(Node node) {
    return graph.find(node, RDFS.label.asNode(), Node.ANY).toList().stream()
        .map(t -> t.getObject().getLiteralLexicalForm())
        .findFirst()
        .orElse(node.getURI());
  }

  /** Where something is stated: address of the list, line and name of the file. */
  Node source(String address, int line) {
    return text("%s: line %d of %s".formatted(address, line, file));
  }

  static Node day(String day) {
    return NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate);
  }

  /** A name in the language of its script; the lists are in English but for some names. */
  static Node text(String text) {
    boolean chinese = text.codePoints().anyMatch(c -> UnicodeScript.of(c) == UnicodeScript.HAN);
    return NodeFactory.createLiteralLang(text, chinese ? "zh" : "en");
  }
}
