package org.w3id.chokepoint.snapshot;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A sentence that states something, by way of a claim.
 *
 * @param claim IRI of the claim
 * @param passage IRI of the sentence
 * @param quote its words
 * @param begin first code point in the article's body, -1 when unknown
 * @param end code point after the last
 * @param article IRI of the article
 * @param title the article's title, else the end of its IRI
 * @param source web address of the article; "" when unknown
 */
public record Evidence(
    String claim,
    String passage,
    String quote,
    int begin,
    int end,
    String article,
    String title,
    String source) {
  private static final int FEW = 50;

  /**
   * The evidence of all accepted claims whose content is this triple or whose event it tells of.
   */
  public static List<Evidence> of(Triple triple, Graph data) {
    return claims(triple, data).stream()
        .filter(claim -> data.contains(claim, Terms.cp("claimStatus"), Terms.cp("Accepted")))
        .flatMap(claim -> ofClaim(claim, data).stream())
        .toList();
  }

  /** All claims whose content is this triple or whose event it tells of, accepted or not. */
  public static Set<Node> claims(Triple triple, Graph data) {
    Lookup look = new Lookup(data);
    Set<Node> claims = new LinkedHashSet<>();
    for (Node claim : candidates(triple, data)) {
      if (data.contains(claim, Terms.cp("claimSubject"), triple.getSubject())
          && data.contains(claim, Terms.cp("claimPredicate"), triple.getPredicate())
          && (data.contains(claim, Terms.cp("claimObject"), triple.getObject())
              || data.contains(claim, Terms.cp("claimValue"), triple.getObject()))) {
        claims.add(claim);
      }
    }
    claims.addAll(look.subjects(Terms.cp("reportsEvent"), triple.getSubject()));
    return claims;
  }

  /** The claims about the subject or about the object, whichever are few. */
  private static List<Node> candidates(Triple triple, Graph data) {
    Lookup look = new Lookup(data);
    boolean many;
    try (Stream<Triple> some =
        data.stream(Node.ANY, Terms.cp("claimSubject"), triple.getSubject())) {
      many = some.limit(FEW).count() == FEW;
    }
    return many && triple.getObject().isURI()
        ? look.subjects(Terms.cp("claimObject"), triple.getObject())
        : look.subjects(Terms.cp("claimSubject"), triple.getSubject());
  }

  /** The sentences of one claim, in the order of their IRIs. */
  public static List<Evidence> ofClaim(Node claim, Graph data) {
    Lookup look = new Lookup(data);
    List<Evidence> found = new ArrayList<>();
    for (Node passage : look.objects(claim, Terms.cp("statedIn"))) {
      Node article = look.object(passage, Terms.nif("referenceContext")).orElse(passage);
      found.add(
          new Evidence(
              Lookup.text(claim),
              Lookup.text(passage),
              look.string(passage, Terms.nif("anchorOf")),
              look.number(passage, Terms.nif("beginIndex")),
              look.number(passage, Terms.nif("endIndex")),
              Lookup.text(article),
              look.label(article),
              look.string(article, Terms.schema("url"), Terms.dcterms("source"))));
    }
    return found;
  }
}
