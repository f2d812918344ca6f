package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/** A sentence cut at the names in it. */
final class MarkedText {
  private static final Node IDENTITY = NodeFactory.createURI(Terms.ITSRDF + "taIdentRef");

  private MarkedText() {}

  /**
   * A stretch of a sentence.
   *
   * @param anchor HTML id; "" for plain text
   * @param entity whom it names; label "" for plain text
   */
  record Piece(String text, String anchor, Link entity) {}

  /**
   * A named stretch.
   *
   * @param begin code points from the start of the article
   */
  record Mention(int begin, int end, String anchor, Link entity) {}

  /** All mentions of an article, in order. */
  static List<Mention> mentions(Scene scene, Node article) {
    Lookup look = scene.look();
    return look.subjects(Terms.nif("referenceContext"), article).stream()
        .flatMap(
            phrase ->
                look.object(phrase, IDENTITY).stream()
                    .map(
                        entity ->
                            new Mention(
                                look.number(phrase, Terms.nif("beginIndex")),
                                look.number(phrase, Terms.nif("endIndex")),
                                anchor(phrase),
                                scene.link(entity))))
        .sorted(Comparator.comparing(Mention::begin).thenComparing(Mention::anchor))
        .toList();
  }

  /** Cuts {@code text}, which starts at code point {@code begin} of the article. */
  static List<Piece> cut(String text, int begin, List<Mention> mentions) {
    List<Piece> pieces = new ArrayList<>();
    int length = text.codePointCount(0, text.length());
    int at = 0;
    for (Mention mention : mentions) {
      int from = mention.begin() - begin;
      int to = mention.end() - begin;
      if (begin >= 0 && from >= at && to > from && to <= length) {
        pieces.add(plain(slice(text, at, from)));
        pieces.add(new Piece(slice(text, from, to), mention.anchor(), mention.entity()));
        at = to;
      }
    }
    pieces.add(plain(slice(text, at, length)));
    return pieces.stream().filter(piece -> !piece.text().isEmpty()).toList();
  }

  /** The fragment of a passage's or mention's IRI. */
  static String anchor(Node node) {
    return Stream.of(Lookup.text(node))
        .filter(iri -> iri.indexOf('#') >= 0)
        .map(iri -> iri.substring(iri.indexOf('#') + 1))
        .findFirst()
        .orElse("");
  }

  private static Piece plain(String text) {
    return new Piece(text, "", new Link("", "", ""));
  }

  private static String slice(String text, int from, int to) {
    return text.substring(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }
}
