package org.w3id.chokepoint.browse;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.snapshot.Evidence;

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
    Backing.Fact behind = facts.behind(key, other);
    return new FactRow(
        scene.link(other),
        key.inferred(),
        Scene.why(triple),
        scene.quotes(
            behind.claims().stream()
                .flatMap(
                    claim ->
                        Evidence.ofClaim(claim, scene.served().asserted().getDefaultGraph())
                            .stream())
                .limit(QUOTES)
                .toList()),
        behind.sentences(),
        behind.newest());
  }
}
