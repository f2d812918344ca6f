package org.w3id.chokepoint.browse;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/** An article: its sentences that state something, with names and claims marked. */
final class ArticlePage {
  private ArticlePage() {}

  /** A sentence, its anchor and what it states. */
  record Sentence(
      int begin, String anchor, List<MarkedText.Piece> pieces, List<ClaimView> claims) {}

  static Map<String, Object> values(Scene scene, Node article) {
    Map<String, Object> values = new HashMap<>();
    values.put("thing", scene.link(article));
    values.put("about", ArticleView.of(article, scene));
    values.put("sentences", sentences(scene, article));
    values.put("entities", entities(scene, article));
    return values;
  }

  /** The passages of an article in the order of the text. */
  static List<Sentence> sentences(Scene scene, Node article) {
    Lookup look = scene.look();
    List<MarkedText.Mention> mentions = MarkedText.mentions(scene, article);
    return look.subjects(Terms.nif("referenceContext"), article).stream()
        .filter(node -> look.is(node, Terms.cp("Passage")))
        .map(passage -> sentence(scene, passage, mentions))
        .sorted(Comparator.comparing(Sentence::begin).thenComparing(Sentence::anchor))
        .toList();
  }

  private static Sentence sentence(Scene scene, Node passage, List<MarkedText.Mention> mentions) {
    Lookup look = scene.look();
    int begin = look.number(passage, Terms.nif("beginIndex"));
    String text = look.string(passage, Terms.nif("anchorOf"));
    return new Sentence(
        begin,
        MarkedText.anchor(passage),
        MarkedText.cut(text, begin, mentions),
        look.subjects(Terms.cp("statedIn"), passage).stream()
            .map(claim -> ClaimView.of(claim, scene))
            .toList());
  }

  private static List<Link> entities(Scene scene, Node article) {
    return MarkedText.mentions(scene, article).stream()
        .map(MarkedText.Mention::entity)
        .distinct()
        .sorted(Comparator.comparing(Link::label).thenComparing(Link::iri))
        .toList();
  }
}
