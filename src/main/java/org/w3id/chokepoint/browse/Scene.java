package org.w3id.chokepoint.browse;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.w3id.chokepoint.serve.Names;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Evidence;
import org.w3id.chokepoint.snapshot.Lookup;

/**
 * A snapshot as the pages see it: values, labels and links.
 *
 * @param look all triples, inferred ones included
 */
record Scene(Served served, Lookup look) {
  /** Longest name shown. */
  static final int LABEL = 120;

  private static final int TEXT = 2000;

  static Scene of(Served served) {
    return new Scene(served, new Lookup(served.triples()));
  }

  /** Asserted and inferred triples. */
  Graph data() {
    return look.graph();
  }

  /** A thing or a literal, by its label. */
  Link link(Node node) {
    return node.isURI()
        ? new Link(cut(look.label(node), LABEL), Names.page(served, node.getURI()), node.getURI())
        : new Link(cut(Lookup.text(node), TEXT), "", "");
  }

  /** A text of at most so many UTF-16 units, so that no label can swell a page. */
  static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most)
            + "…";
  }

  /** The same, but an event and a claim, whose names are hashes, told in words. */
  Link told(Node node) {
    if (isEvent(node)) {
      return new EventView(node, this).link();
    } else if (node.isURI() && node.getURI().startsWith(served.base() + "id/claim/")) {
      return ClaimView.told(node, this);
    }
    return link(node);
  }

  /** Whether a thing is an event, told by its IRI. */
  boolean isEvent(Node node) {
    return node.isURI() && node.getURI().startsWith(served.base() + "id/event/");
  }

  /** Things by their labels. */
  List<Link> links(List<Node> nodes) {
    return nodes.stream().map(this::link).toList();
  }

  /** The values of a property. */
  List<Link> links(Node subject, Node predicate) {
    return links(look.objects(subject, predicate));
  }

  /** Where the proof of a triple is. */
  static String why(Triple triple) {
    return "/explain?s="
        + parameter(triple.getSubject())
        + "&p="
        + parameter(triple.getPredicate())
        + "&o="
        + parameter(triple.getObject());
  }

  private static String parameter(Node node) {
    return encode(node.isURI() ? node.getURI() : NodeFmtLib.strNT(node));
  }

  /** A text as the value of a query parameter. */
  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A sentence with the way to its claim and its place in the article. */
  record Quote(String text, String claim, String place, String article) {}

  /** The sentences as the pages show them. */
  List<Quote> quotes(List<Evidence> evidence) {
    return evidence.stream()
        .map(
            e ->
                new Quote(
                    e.quote(),
                    Names.page(served, e.claim()),
                    Names.page(served, e.passage()),
                    e.title()))
        .toList();
  }

  /** The thing that {@code /page/rest} is about. */
  Node thing(String rest) {
    return NodeFactory.createURI(Names.iri(served, rest));
  }
}
