package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Union;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Evidence;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/** What we held about a thing at each snapshot that is kept, and the articles that changed it. */
final class HistoryPage {
  /** Most lines of a list that the page shows. */
  private static final int MOST = 50;

  private static final Node STATUS = Terms.cp("claimStatus");

  private final Templates templates;
  // Two snapshots are compared once, so that a request only looks its thing up.
  private final PerSnapshot<Optional<Turn>> turns = new PerSnapshot<>(Turn::of);

  HistoryPage(Templates templates) {
    this.templates = templates;
  }

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

  Reply answer(Question question) {
    String rest = question.rest("/history/");
    Served served = question.served();
    Scene scene = Scene.of(served);
    Node thing = scene.thing(rest);
    if (!rest.matches("(actor|tech|policy|place)/.*")) {
      return served.missing(rest);
    }
    Optional<Turn> turn = turns.of(served);
    boolean known =
        served.knows(thing)
            || turn.map(t -> t.dropped().all().contains(thing, Node.ANY, Node.ANY)).orElse(false);
    return known ? page(turn, scene, thing) : served.missing(rest);
  }

  private Reply page(Optional<Turn> turn, Scene scene, Node thing) {
    Map<String, Object> values = new HashMap<>();
    Stand now = now(scene, thing);
    values.put("thing", scene.link(thing));
    values.put("now", now);
    values.put("before", now);
    values.put("parts", List.of());
    values.put("first", turn.isEmpty());
    turn.ifPresent(
        t -> {
          Compared compared = new Compared(t, scene, thing);
          values.put("thing", compared.past().link(thing));
          values.put("before", compared.before(now));
          values.put("parts", compared.parts());
        });
    return templates.page("history", values);
  }

  private static Stand now(Scene scene, Node thing) {
    Node facts = NodeFactory.createURI(scene.served().base() + "id/graph/facts");
    return new Stand(
        scene.served().name(),
        scene.served().snapshot().map(snapshot -> snapshot.manifest().date()).orElse(""),
        touching(scene.served().all().getGraph(facts), thing).size(),
        touching(scene.served().inferred(), thing).size(),
        new About(scene.look(), thing).claims().size());
  }

  private static List<Triple> touching(Graph graph, Node thing) {
    try (Stream<Triple> out = graph.stream(thing, Node.ANY, Node.ANY);
        Stream<Triple> in = graph.stream(Node.ANY, Node.ANY, thing)) {
      return Stream.concat(out, in)
          .distinct()
          .sorted(Comparator.comparing(Triple::toString))
          .toList();
    }
  }

  /**
   * One thing in two snapshots.
   *
   * @param past what the newer one says, and what the older one said beside it
   */
  private record Compared(Turn turn, Scene scene, Node thing, Scene past) {
    Compared(Turn turn, Scene scene, Node thing) {
      this(
          turn,
          scene,
          thing,
          new Scene(scene.served(), new Lookup(new Union(scene.data(), turn.dropped().all()))));
    }

    Stand before(Stand now) {
      return new Stand(
          turn.before().name(),
          turn.before().manifest().date(),
          now.facts() + less(Turn.Side::facts),
          now.inferred() + less(Turn.Side::inferred),
          now.claims() - claims(turn.added(), scene).size() + claims(turn.dropped(), past).size());
    }

    private int less(Function<Turn.Side, Graph> part) {
      return touching(part.apply(turn.dropped()), thing).size()
          - touching(part.apply(turn.added()), thing).size();
    }

    List<Part> parts() {
      return Stream.of(
              facts("held", "Newly held", turn.added().facts(), this::brought),
              facts("dropped", "No longer held", turn.dropped().facts(), this::ended),
              facts("follows", "Newly follows", turn.added().inferred(), triple -> List.of()),
              facts("follows-not", "No longer follows", turn.dropped().inferred(), t -> List.of()),
              claimed("claimed", "Newly claimed", claims(turn.added(), scene), scene),
              claimed("withdrawn", "No longer claimed", claims(turn.dropped(), past), past),
              judged())
          .filter(part -> part.total() > 0)
          .toList();
    }

    private Part facts(
        String id, String label, Graph graph, Function<Triple, List<Link>> articles) {
      List<Triple> triples = touching(graph, thing);
      return new Part(
          id,
          label,
          triples.stream()
              .limit(MOST)
              .map(
                  triple ->
                      new Change(
                          Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                              .map(this::told)
                              .toList(),
                          "",
                          articles.apply(triple)))
              .toList(),
          triples.size());
    }

    private Part claimed(String id, String label, List<Node> claims, Scene then) {
      return new Part(
          id,
          label,
          claims.stream()
              .limit(MOST)
              .map(
                  claim ->
                      new Change(
                          List.of(told(claim)),
                          status(claim, then.data()),
                          articles(Evidence.ofClaim(claim, then.data()))))
              .toList(),
          claims.size());
    }

    /** Claims that both have, with another status; the article is that of a claim in conflict. */
    private Part judged() {
      List<Change> changes =
          new About(scene.look(), thing)
              .claims().stream()
                  .filter(claim -> turn.added().all().contains(claim, STATUS, Node.ANY))
                  .filter(claim -> turn.dropped().all().contains(claim, STATUS, Node.ANY))
                  .map(
                      claim ->
                          new Change(
                              List.of(told(claim)),
                              status(claim, turn.dropped().all())
                                  + " → "
                                  + status(claim, turn.added().all()),
                              against(claim)))
                  .toList();
      return new Part(
          "judged", "Judged anew", changes.stream().limit(MOST).toList(), changes.size());
    }

    /** Claims about the thing that only one side has. */
    private List<Node> claims(Turn.Side side, Scene then) {
      Turn.Side other = side == turn.added() ? turn.dropped() : turn.added();
      return new About(then.look(), thing)
          .claims().stream()
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
          Evidence.of(fact, scene.data()).stream()
              .filter(e -> turn.added().all().contains(node(e.claim()), STATUS, Node.ANY))
              .toList());
    }

    /** Articles whose claims are gone, and those that contradict one that is there. */
    private List<Link> ended(Triple fact) {
      Set<Link> articles = new LinkedHashSet<>();
      for (Evidence evidence : Evidence.of(fact, past.data())) {
        Node claim = node(evidence.claim());
        if (turn.dropped().all().contains(claim, STATUS, Node.ANY)) {
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
                  .flatMap(other -> Evidence.ofClaim(other, scene.data()).stream())
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
}
