package org.w3id.chokepoint.cli;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The graphs of real articles, varied: of the copy {@code k} the article, its claims and its events
 * are new ones, so many days later, and told of other companies, technologies and policies, but for
 * those that everybody writes about. New things come up with every eighth copy.
 *
 * @param known what the reference data says of a thing
 * @param mentions each how many-th mention is kept, as they are most of the data
 */
record Grown(List<Graph> articles, Graph known, Set<String> hubs, int mentions) {
  private static final Pattern OURS =
      Pattern.compile("/id/(?:graph/article-|article/|claim/|event/)[^#]+");
  private static final Pattern THINGS = Pattern.compile("/id/(?:actor|tech|policy)/[^#]+");
  private static final Node PASSAGE = org.w3id.chokepoint.graph.Terms.cp("Passage");
  private static final int FRESH = 8;

  /** The graph of the article with a number. */
  Graph article(int number) {
    Graph from = articles.get(number % articles.size());
    int copy = number / articles.size();
    Graph out = GraphMemFactory.createDefaultGraph();
    Map<Node, Node> made = new HashMap<>();
    from.find()
        .filterKeep(t -> kept(from, t.getSubject(), copy))
        .filterDrop(t -> t.getPredicate().equals(RDFS.label.asNode()) && varies(t.getSubject(), copy))
        .forEach(
            t ->
                out.add(
                    moved(t.getSubject(), copy, made, out),
                    t.getPredicate(),
                    moved(t.getObject(), copy, made, out)));
    return out;
  }

  /** The IRI of the article in such a graph. */
  static Node iri(Graph article) {
    return article
        .find(Node.ANY, RDF.type.asNode(), org.w3id.chokepoint.graph.Terms.cp("Article"))
        .mapWith(Triple::getSubject)
        .next();
  }

  private boolean kept(Graph from, Node subject, int copy) {
    return !subject.toString().contains("#char-")
        || from.contains(subject, RDF.type.asNode(), PASSAGE)
        || Math.floorMod((subject.toString() + copy).hashCode(), mentions) == 0;
  }

  private boolean varies(Node node, int copy) {
    return copy > 0
        && node.isURI()
        && THINGS.matcher(node.getURI()).find()
        && !hubs.contains(node.getURI());
  }

  private Node moved(Node node, int copy, Map<Node, Node> made, Graph out) {
    if (copy == 0) {
      return node;
    }
    Node there = made.get(node);
    if (there == null) {
      there = moved(node, copy, out);
      made.put(node, there);
    }
    return there;
  }

  private Node moved(Node node, int copy, Graph out) {
    if (node.isLiteral()) {
      return later(node, copy);
    }
    String iri = node.getURI();
    if (OURS.matcher(iri).find()) {
      return NodeFactory.createURI(OURS.matcher(iri).replaceFirst("$0-" + copy));
    }
    if (!varies(node, copy)) {
      return node;
    }
    Node other = NodeFactory.createURI(iri + "-v" + copy / FRESH);
    known.find(node, RDF.type.asNode(), Node.ANY).forEach(t -> out.add(other, t.getPredicate(), t.getObject()));
    known
        .find(node, RDFS.label.asNode(), Node.ANY)
        .forEach(
            t ->
                out.add(
                    other,
                    t.getPredicate(),
                    NodeFactory.createLiteralLang(
                        t.getObject().getLiteralLexicalForm() + " " + copy / FRESH,
                        t.getObject().getLiteralLanguage())));
    return other;
  }

  /** Of dates the day, the month or the year that is so many later. */
  private static Node later(Node literal, int copy) {
    String text = literal.getLiteralLexicalForm();
    RDFDatatype type = literal.getLiteralDatatype();
    if (XSDDatatype.XSDdate.equals(type)) {
      text = LocalDate.parse(text).plusDays(copy).toString();
    } else if (XSDDatatype.XSDgYearMonth.equals(type)) {
      text = YearMonth.parse(text).plusMonths(copy).toString();
    } else if (XSDDatatype.XSDgYear.equals(type)) {
      text = Year.parse(text).plusYears(copy).toString();
    } else {
      return literal;
    }
    return NodeFactory.createLiteralDT(text, type);
  }
}
