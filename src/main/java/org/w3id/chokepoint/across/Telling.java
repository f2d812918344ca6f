package org.w3id.chokepoint.across;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.graph.Terms;

/**
 * A claim whose content is a triple, as one article tells it.
 *
 * @param graph the article's graph
 * @param article the article, and under {@code publisher} who published it: its outlet, or the
 *     article itself where none is given
 * @param published the day of publication, if known
 * @param content subject, predicate and object of the claim
 * @param text the sentences that say it
 * @param event what it reports besides, if anything
 */
record Telling(
    Node graph,
    Node article,
    String publisher,
    Optional<LocalDate> published,
    Node claim,
    Triple content,
    boolean affirmed,
    boolean certain,
    boolean realized,
    double confidence,
    Node status,
    String text,
    Optional<Node> event) {

  /** The content as text, the same in every release of the libraries. */
  static String key(Triple content) {
    return content.getSubject().getURI()
        + " "
        + content.getPredicate().getURI()
        + " "
        + content.getObject().getURI();
  }

  /** Said as true or false of now or then, without a hedge. */
  boolean outright() {
    return certain && realized;
  }

  /** Not believed on the word of its own article. */
  boolean held() {
    return status.equals(Terms.cp("Held"));
  }

  /** Its own article says otherwise as well. */
  boolean contested() {
    return status.equals(Terms.cp("Contested"));
  }

  /** Every claim of every article, in an order that depends on their IRIs only. */
  static List<Telling> in(DatasetGraph data) {
    List<Telling> out = new ArrayList<>();
    data.listGraphNodes()
        .forEachRemaining(
            name -> {
              Graph graph = data.getGraph(name);
              graph
                  .find(Node.ANY, RDF.type.asNode(), Terms.cp("Article"))
                  .forEach(t -> claims(name, graph, t.getSubject(), out));
            });
    out.sort(Comparator.comparing((Telling t) -> t.claim.getURI()));
    return out;
  }

  private static void claims(Node name, Graph graph, Node article, List<Telling> out) {
    Optional<LocalDate> day =
        value(graph, article, Terms.schema("datePublished"))
            .map(n -> LocalDate.parse(n.getLiteralLexicalForm()));
    String publisher =
        value(graph, article, Terms.schema("publisher"))
            .map(Node::getLiteralLexicalForm)
            .orElse(article.getURI());
    graph
        .find(Node.ANY, Terms.cp("claimPredicate"), Node.ANY)
        .forEach(
            t -> {
              Node claim = t.getSubject();
              Optional<Node> s = value(graph, claim, Terms.cp("claimSubject"));
              Optional<Node> o = value(graph, claim, Terms.cp("claimObject"));
              if (s.isPresent() && o.isPresent()) {
                out.add(
                    new Telling(
                        name,
                        article,
                        publisher,
                        day,
                        claim,
                        Triple.create(s.get(), t.getObject(), o.get()),
                        has(graph, claim, "polarity", "Affirmed"),
                        has(graph, claim, "certainty", "Certain"),
                        has(graph, claim, "realization", "Realized"),
                        confidence(graph, claim),
                        value(graph, claim, Terms.cp("claimStatus")).orElse(Terms.cp("Held")),
                        text(graph, claim),
                        value(graph, claim, Terms.cp("reportsEvent"))));
              }
            });
  }

  private static String text(Graph graph, Node claim) {
    return graph
        .find(claim, Terms.cp("statedIn"), Node.ANY)
        .mapWith(t -> value(graph, t.getObject(), Terms.nif("anchorOf")))
        .filterKeep(Optional::isPresent)
        .mapWith(n -> n.orElseThrow().getLiteralLexicalForm())
        .toList()
        .stream()
        .sorted()
        .reduce("", (a, b) -> a + " " + b);
  }

  static double confidence(Graph graph, Node claim) {
    return value(graph, claim, Terms.cp("confidence"))
        .map(n -> Double.parseDouble(n.getLiteralLexicalForm()))
        .orElse(0.0);
  }

  static boolean has(Graph graph, Node claim, String property, String facet) {
    return graph.contains(claim, Terms.cp(property), Terms.cp(facet));
  }

  static Optional<Node> value(Graph graph, Node subject, Node property) {
    ExtendedIterator<Triple> found = graph.find(subject, property, Node.ANY);
    if (!found.hasNext()) {
      return Optional.empty();
    }
    Node first = found.next().getObject();
    return found.hasNext()
        ? Stream.concat(Stream.of(first), found.toList().stream().map(Triple::getObject))
            .min(Comparator.comparing(Node::toString))
        : Optional.of(first);
  }
}
