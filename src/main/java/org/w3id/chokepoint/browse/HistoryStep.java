package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.snapshot.Evidence;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * What one turn changed about a thing.
 *
 * @param scene the served snapshot
 * @param past the same, and beside it whatever the kept turns dropped
 * @param claims all about the thing, those that are gone included
 */
record HistoryStep(Turn turn, Scene scene, Scene past, Node thing, Collection<Node> claims) {
  /** Most lines of a list that the page shows. */
  private static final int MOST = 50;

  private static final Node STATUS = Terms.cp("claimStatus");
  private static final Node ACCEPTED = Terms.cp("Accepted");

  /**
   * How much was held at a snapshot.
   *
   * @param date day of its run; "" where none is known
   */
  record Stand(String name, String date, int facts, int inferred, int claims) {}

  /**
   * Something that changed.
   *
   * @param words further words, such as the status before and after
   * @param articles those that changed it; empty where it is not an article that did
   */
  record Change(List<Link> told, String words, List<Link> articles) {}

  /** Changes of one kind, of which there may be more. */
  record Part(String id, String label, List<Change> changes, int total) {}

  /** What was held before the turn, from what was held after it. */
  Stand before(Stand after) {
    return new Stand(
        turn.before(),
        turn.date(),
        after.facts() + less(Turn.Side::facts),
        after.inferred() + less(Turn.Side::inferred),
        after.claims()
            - only(turn.added(), turn.dropped()).size()
            + only(turn.dropped(), turn.added()).size());
  }

  private int less(Function<Turn.Side, Graph> part) {
    return touching(part.apply(turn.dropped()), thing).size()
        - touching(part.apply(turn.added()), thing).size();
  }

  /** The triples with a thing at one end. */
  static List<Triple> touching(Graph graph, Node thing) {
    try (Stream<Triple> out = graph.stream(thing, Node.ANY, Node.ANY);
        Stream<Triple> in = graph.stream(Node.ANY, Node.ANY, thing)) {
      return Stream.concat(out, in)
          .distinct()
          .sorted(Comparator.comparing(Triple::toString))
          .toList();
    }
  }

  List<Part> parts() {
    return Stream.of(
            facts("held", "Newly held", turn.added().facts(), this::brought),
            facts("dropped", "No longer held", turn.dropped().facts(), this::ended),
            facts("follows", "Newly follows", turn.added().inferred(), triple -> List.of()),
            facts("follows-not", "No longer follows", turn.dropped().inferred(), t -> List.of()),
            claimed("claimed", "Newly claimed", turn.added(), turn.dropped()),
            claimed("withdrawn", "No longer claimed", turn.dropped(), turn.added()),
            judged())
        .filter(part -> part.total() > 0)
        .toList();
  }

  private Part facts(String id, String label, Graph graph, Function<Triple, List<Link>> articles) {
    return part(
        id,
        label,
        touching(graph, thing),
        triple ->
            new Change(
                Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                    .map(this::told)
                    .toList(),
                "",
                articles.apply(triple)));
  }

  private Part claimed(String id, String label, Turn.Side side, Turn.Side other) {
    return part(
        id,
        label,
        only(side, other),
        claim ->
            new Change(
                List.of(told(claim)),
                status(claim, side.all()),
                articles(Evidence.ofClaim(claim, past.data()))));
  }

  private static <T> Part part(String id, String label, List<T> all, Function<T, Change> change) {
    return new Part(id, label, all.stream().limit(MOST).map(change).toList(), all.size());
  }

  /** Claims that both have, with another status; the article is that of a claim in conflict. */
  private Part judged() {
    List<Node> both =
        claims.stream()
            .filter(claim -> turn.added().all().contains(claim, STATUS, Node.ANY))
            .filter(claim -> turn.dropped().all().contains(claim, STATUS, Node.ANY))
            .toList();
    return part(
        "judged",
        "Judged anew",
        both,
        claim ->
            new Change(
                List.of(told(claim)),
                status(claim, turn.dropped().all()) + " → " + status(claim, turn.added().all()),
                against(claim)));
  }

  /** Claims about the thing that one side has and the other has not. */
  private List<Node> only(Turn.Side side, Turn.Side other) {
    return claims.stream()
        .filter(claim -> side.all().contains(claim, STATUS, Node.ANY))
        .filter(claim -> !other.all().contains(claim, STATUS, Node.ANY))
        .toList();
  }

  private String status(Node claim, Graph graph) {
    return new Lookup(graph)
        .object(claim, STATUS)
        .map(status -> scene.link(status).label())
        .orElse("");
  }

  /** Articles with claims that are new, or newly accepted, and state the fact. */
  private List<Link> brought(Triple fact) {
    return articles(
        Evidence.of(fact, past.data()).stream()
            .filter(e -> turn.added().all().contains(node(e.claim()), STATUS, ACCEPTED))
            .toList());
  }

  /** Articles whose claims are gone, and those that contradict one that is there. */
  private List<Link> ended(Triple fact) {
    Set<Link> articles = new LinkedHashSet<>();
    for (Evidence evidence : Evidence.of(fact, past.data())) {
      Node claim = node(evidence.claim());
      if (turn.dropped().all().contains(claim, STATUS, ACCEPTED)) {
        List<Link> others = against(claim);
        articles.addAll(others.isEmpty() ? articles(List.of(evidence)) : others);
      }
    }
    return new ArrayList<>(articles);
  }

  private List<Link> against(Node claim) {
    return articles(
        new Lookup(turn.added().all())
            .objects(claim, Terms.cp("conflictsWith")).stream()
                .flatMap(other -> Evidence.ofClaim(other, past.data()).stream())
                .toList());
  }

  private List<Link> articles(List<Evidence> evidence) {
    return evidence.stream()
        .map(Evidence::article)
        .distinct()
        .limit(MOST)
        .map(article -> told(node(article)))
        .toList();
  }

  /** What only the older snapshot knows has no page any more. */
  private Link told(Node node) {
    Link link = past.told(node);
    return node.isURI() && !scene.served().knows(node)
        ? new Link(link.label(), "", link.iri())
        : link;
  }

  private static Node node(String iri) {
    return NodeFactory.createURI(iri);
  }
}
