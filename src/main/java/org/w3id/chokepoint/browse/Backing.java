package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * Which sentences stand behind each fact of a snapshot, counted once: a fact about a hub has
 * thousands, and the page shows a few.
 */
final class Backing {
  /** Claims kept of each fact; each has at least one sentence. */
  private static final int CLAIMS = 5;

  private static final Fact NONE = new Fact(List.of(), 0, "");

  private final Map<Triple, Fact> facts = new HashMap<>();

  private Backing() {}

  /**
   * What stands behind a fact.
   *
   * @param claims the first accepted ones that state it
   * @param sentences how many state it
   * @param newest date of the newest article that does; "" when none is dated
   */
  record Fact(List<Node> claims, int sentences, String newest) {}

  static Backing of(Served served) {
    Graph data = served.asserted().getDefaultGraph();
    Lookup look = new Lookup(data);
    Map<Triple, List<Node>> claims = new HashMap<>();
    for (Node claim : look.subjects(Terms.cp("claimStatus"), Terms.cp("Accepted"))) {
      for (Node subject : look.objects(claim, Terms.cp("claimSubject"))) {
        for (Node predicate : look.objects(claim, Terms.cp("claimPredicate"))) {
          for (String slot : List.of("claimObject", "claimValue")) {
            for (Node object : look.objects(claim, Terms.cp(slot))) {
              claims
                  .computeIfAbsent(
                      Triple.create(subject, predicate, object), fact -> new ArrayList<>())
                  .add(claim);
            }
          }
        }
      }
    }
    Backing backing = new Backing();
    claims.forEach((fact, stating) -> backing.facts.put(fact, fact(stating, look)));
    return backing;
  }

  private static Fact fact(List<Node> claims, Lookup look) {
    List<Node> passages =
        claims.stream()
            .flatMap(claim -> look.objects(claim, Terms.cp("statedIn")).stream())
            .toList();
    return new Fact(
        claims.stream().limit(CLAIMS).toList(),
        passages.size(),
        passages.stream()
            .flatMap(passage -> look.object(passage, Terms.nif("referenceContext")).stream())
            .distinct()
            .map(a -> look.string(a, Terms.schema("datePublished"), Terms.dcterms("issued")))
            .max(Comparator.naturalOrder())
            .orElse(""));
  }

  /** Nothing stands behind a fact that no accepted claim states. */
  Fact behind(Triple fact) {
    return facts.getOrDefault(fact, NONE);
  }
}
