package org.w3id.chokepoint.snapshot;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.reason.NearMiss;
import org.w3id.chokepoint.reason.Proofs;

/**
 * Why a triple does not hold.
 *
 * @param claims those that state it without being accepted
 * @param misses how it would follow, the nearest first
 */
public record Absence(Triple triple, List<Stated> claims, List<Miss> misses) {
  public Absence {
    claims = List.copyOf(claims);
    misses = List.copyOf(misses);
  }

  /**
   * A claim whose content is not held true.
   *
   * @param qualities its status, certainty, polarity and realization, by their labels
   * @param speakers to whom the article attributes it
   */
  public record Stated(
      String claim, List<String> qualities, List<String> speakers, List<Evidence> evidence) {}

  /**
   * A rule that would yield the triple.
   *
   * @param claims those that state the missing premise without being accepted
   */
  public record Miss(NearMiss rule, List<Stated> claims) {}

  /** Looks for claims and for rules, in data whose default graph holds all that is asserted. */
  public static Absence of(Triple triple, Proofs proofs, Graph data) {
    return new Absence(
        triple,
        stated(triple, data),
        proofs.whyNot(triple).stream()
            .map(miss -> new Miss(miss, stated(miss.missing(), data)))
            .toList());
  }

  private static List<Stated> stated(Triple triple, Graph data) {
    if (!triple.isConcrete()) {
      return List.of();
    }
    Lookup look = new Lookup(data);
    return Evidence.claims(triple, data).stream()
        .filter(claim -> !data.contains(claim, Terms.cp("claimStatus"), Terms.cp("Accepted")))
        .map(
            claim ->
                new Stated(
                    Lookup.text(claim),
                    List.of("claimStatus", "certainty", "polarity", "realization").stream()
                        .flatMap(slot -> labels(claim, slot, look).stream())
                        .toList(),
                    labels(claim, "attributedTo", look),
                    Evidence.ofClaim(claim, data)))
        .toList();
  }

  private static List<String> labels(Node claim, String slot, Lookup look) {
    return look.objects(claim, Terms.cp(slot)).stream().map(look::label).toList();
  }
}
