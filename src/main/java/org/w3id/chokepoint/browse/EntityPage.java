package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.chokepoint.snapshot.Evidence;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/** An actor, technology, policy or place: what holds, what follows, what is only claimed. */
final class EntityPage {
  /** Most rows of one relation, claims and events that a page shows. */
  private static final int MOST = 200;

  private static final Set<String> NAMES =
      Set.of(
          RDFS.label.getURI(), RDF.type.getURI(), Terms.SKOS + "altLabel", Terms.SCHEMA + "sameAs");

  private final Scene scene;
  private final Node thing;

  EntityPage(Scene scene, Node thing) {
    this.scene = scene;
    this.thing = thing;
  }

  /**
   * One fact.
   *
   * @param why where its proof is
   */
  record Row(Link other, boolean inferred, String why, List<Scene.Quote> quotes) {}

  /**
   * Facts with the same predicate.
   *
   * @param incoming whether the page's thing is the object
   */
  record Relation(Link predicate, boolean incoming, List<Row> rows) {}

  /** An event with its date and status in words. */
  record Happening(Link event, String date, String status) {}

  /** The values of the template. */
  Map<String, Object> values() {
    Lookup look = scene.look();
    Map<String, Object> values = new HashMap<>();
    values.put("thing", scene.link(thing));
    values.put("types", rows(RDF.type.asNode(), true, false));
    values.put("names", scene.links(thing, NodeFactory.createURI(Terms.SKOS + "altLabel")));
    values.put("elsewhere", scene.links(thing, Terms.schema("sameAs")));
    values.put("relations", relations());
    List<ClaimView> claims = claims();
    values.put("held", claims.stream().filter(claim -> !claim.accepted()).toList());
    values.put("said", claimsBy());
    values.put("events", events());
    values.put("articles", articles(look));
    return values;
  }

  private List<Relation> relations() {
    Map<Node, Boolean> outgoing = new LinkedHashMap<>();
    Map<Node, Boolean> incoming = new LinkedHashMap<>();
    try (Stream<Triple> out = scene.data().stream(thing, Node.ANY, Node.ANY);
        Stream<Triple> in = scene.data().stream(Node.ANY, Node.ANY, thing)) {
      out.map(Triple::getPredicate)
          .filter(p -> !NAMES.contains(p.getURI()))
          .forEach(p -> outgoing.put(p, true));
      in.filter(triple -> isEntity(triple.getSubject()))
          .map(Triple::getPredicate)
          .filter(p -> p.getURI().startsWith(Terms.CP))
          .forEach(p -> incoming.put(p, true));
    }
    List<Relation> relations = new ArrayList<>();
    for (Node predicate : sorted(outgoing.keySet())) {
      relations.add(new Relation(scene.link(predicate), false, rows(predicate, true, true)));
    }
    for (Node predicate : sorted(incoming.keySet())) {
      relations.add(new Relation(scene.link(predicate), true, rows(predicate, false, true)));
    }
    return relations;
  }

  private List<Node> sorted(Set<Node> predicates) {
    return predicates.stream()
        .sorted(Comparator.comparing((Node p) -> scene.look().label(p)).thenComparing(Node::getURI))
        .toList();
  }

  /** The facts with one predicate: asserted ones first, then by label. */
  private List<Row> rows(Node predicate, boolean outgoing, boolean evidence) {
    Stream<Triple> triples =
        outgoing
            ? scene.look().objects(thing, predicate).stream()
                .map(object -> Triple.create(thing, predicate, object))
            : scene.look().subjects(predicate, thing).stream()
                .filter(this::isEntity)
                .map(subject -> Triple.create(subject, predicate, thing));
    return triples
        .filter(triple -> !triple.getObject().isBlank() && !triple.getSubject().isBlank())
        .map(triple -> row(triple, outgoing ? triple.getObject() : triple.getSubject(), evidence))
        .sorted(
            Comparator.comparing(Row::inferred)
                .thenComparing(row -> row.other().label())
                .thenComparing(row -> row.other().iri()))
        .limit(MOST)
        .toList();
  }

  private Row row(Triple triple, Node other, boolean evidence) {
    return new Row(
        scene.link(other),
        !scene.served().asserts(triple),
        Scene.why(triple),
        evidence ? scene.quotes(Evidence.of(triple, scene.data())) : List.of());
  }

  private boolean isEntity(Node node) {
    return node.isURI()
        && Stream.of("actor/", "tech/", "policy/", "place/")
            .anyMatch(kind -> node.getURI().startsWith(scene.served().base() + "id/" + kind));
  }

  private List<ClaimView> claims() {
    Set<Node> claims = new LinkedHashSet<>();
    for (String slot : List.of("claimSubject", "claimObject")) {
      claims.addAll(scene.look().subjects(Terms.cp(slot), thing));
    }
    for (Node event : eventNodes()) {
      claims.addAll(scene.look().subjects(Terms.cp("reportsEvent"), event));
    }
    return claims.stream().limit(MOST).map(claim -> ClaimView.of(claim, scene)).toList();
  }

  private List<ClaimView> claimsBy() {
    return scene.look().subjects(Terms.cp("attributedTo"), thing).stream()
        .limit(MOST)
        .map(claim -> ClaimView.of(claim, scene))
        .toList();
  }

  private Set<Node> eventNodes() {
    Set<Node> events = new LinkedHashSet<>();
    for (String role : List.of("hasAgent", "hasObject", "hasRecipient")) {
      events.addAll(scene.look().subjects(Terms.cp(role), thing));
    }
    return events;
  }

  private List<Happening> events() {
    return eventNodes().stream()
        .map(event -> new EventView(event, scene))
        .map(event -> new Happening(event.link(), event.date(), event.status()))
        .sorted(
            Comparator.comparing(Happening::date, Comparator.reverseOrder())
                .thenComparing(happening -> happening.event().iri()))
        .limit(MOST)
        .toList();
  }

  private List<ArticleView> articles(Lookup look) {
    Function<Node, Stream<Node>> article =
        phrase -> look.objects(phrase, Terms.nif("referenceContext")).stream();
    return look.subjects(NodeFactory.createURI(Terms.ITSRDF + "taIdentRef"), thing).stream()
        .flatMap(article)
        .distinct()
        .map(node -> ArticleView.of(node, scene))
        .sorted(ArticleView.NEWEST_FIRST)
        .limit(MOST)
        .toList();
  }
}
