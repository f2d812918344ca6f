package org.w3id.chokepoint.browse;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.snapshot.Evidence;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * A fact in a list.
 *
 * @param why where its proof is
 * @param quotes some sentences that state it
 * @param sentences how many sentences there are
 * @param newest date of the newest article that states it; "" when none is dated
 */
record FactRow(
    Link other,
    boolean inferred,
    String why,
    List<Scene.Quote> quotes,
    int sentences,
    String newest) {
  /** Sentences shown with a fact; its proof has all of them. */
  private static final int QUOTES = 5;

  static FactRow of(Facts facts, Facts.Key key, Node other, Scene scene) {
    Triple triple = facts.triple(key, other);
    List<Evidence> evidence =
        key.inferred()
            ? List.of()
            : Evidence.of(triple, scene.served().asserted().getDefaultGraph());
    return new FactRow(
        scene.link(other),
        key.inferred(),
        Scene.why(triple),
        scene.quotes(evidence.stream().limit(QUOTES).toList()),
        evidence.size(),
        evidence.stream()
            .map(e -> date(NodeFactory.createURI(e.article()), scene))
            .max(String::compareTo)
            .orElse(""));
  }

  private static String date(Node article, Scene scene) {
    return scene.look().string(article, Terms.schema("datePublished"), Terms.dcterms("issued"));
  }
}
