package org.w3id.chokepoint.browse;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.w3id.chokepoint.snapshot.Evidence;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * A claim in a list.
 *
 * @param content subject, predicate and object; empty when the claim tells of an event only
 * @param events what it reports
 * @param facets certainty, polarity, realization in words
 * @param speakers to whom the article attributes it; empty when the article speaks itself
 */
record ClaimView(
    Link claim,
    List<Link> content,
    List<Link> events,
    List<String> facets,
    Link status,
    List<Link> speakers,
    List<Scene.Quote> quotes) {

  static ClaimView of(Node claim, Scene scene) {
    return new ClaimView(
        scene.link(claim),
        Stream.of("claimSubject", "claimPredicate", "claimObject", "claimValue")
            .flatMap(slot -> scene.links(claim, Terms.cp(slot)).stream())
            .toList(),
        scene.look().objects(claim, Terms.cp("reportsEvent")).stream()
            .map(event -> new EventView(event, scene).link())
            .toList(),
        Stream.of("certainty", "polarity", "realization")
            .flatMap(slot -> scene.links(claim, Terms.cp(slot)).stream())
            .map(Link::label)
            .toList(),
        scene.links(claim, Terms.cp("claimStatus")).stream()
            .findFirst()
            .orElse(new Link("no status", "", "")),
        scene.links(claim, Terms.cp("attributedTo")),
        scene.quotes(Evidence.ofClaim(claim, scene.data())));
  }

  /** A link to the claim that says what it claims. */
  static Link told(Node claim, Scene scene) {
    Link link = scene.link(claim);
    String words =
        Stream.of("claimSubject", "claimPredicate", "claimObject", "claimValue")
            .flatMap(slot -> scene.links(claim, Terms.cp(slot)).stream())
            .map(Link::label)
            .collect(Collectors.joining(" "));
    String text =
        words.isEmpty()
            ? scene.look().objects(claim, Terms.cp("reportsEvent")).stream()
                .map(event -> new EventView(event, scene).link().label())
                .collect(Collectors.joining("; "))
            : words;
    return text.isEmpty() ? link : new Link("claim: " + text, link.href(), link.iri());
  }

  /** Whether its content is held true. */
  public boolean accepted() {
    return status.iri().equals(Terms.CP + "Accepted");
  }
}
