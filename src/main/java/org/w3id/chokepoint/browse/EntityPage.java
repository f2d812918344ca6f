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
   * @param total how many there are, of which {@code rows} may be the first
   * @param all where all of them are shown
   */
  record Relation(Link predicate, boolean incoming, List<Row> rows, int total, String all) {}

  /** An event with its date and status in words. */
  record Happening(Link event, String date, String status) {}

  /** The values of the template. */
  Map<String, Object> values() {
    Lookup look = scene.look();
    Map<String, Object> values = new HashMap<>();
    values.put("thing", scene.link(thing));
    values.put(
        "types",
        facts(RDF.type.asNode(), true).stream().map(type -> row(type, true, false)).toList());
    values.put("names", scene.links(thing, NodeFactory.createURI(Terms.SKOS + "altLabel")));
    values.put("elsewhere", scene.links(thing, Terms.schema("sameAs")));
    values.put("relations", relations());
    values.put("held", held());
    values.put("said", claimsBy());
    values.put("events", events());
    values.put("articles", articles(look));
    values.put(
        "cut",
        Stream.of("held", "said", "events", "articles")
            .anyMatch(list -> values.get(list) instanceof List<?> rows && rows.size() == MOST));
    values.put("most", MOST);
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
    sorted(outgoing.keySet()).forEach(predicate -> relations.add(relation(predicate, true)));
    sorted(incoming.keySet()).forEach(predicate -> relations.add(relation(predicate, false)));
    return relations;
  }

  private Relation relation(Node predicate, boolean outgoing) {
    List<Triple> facts = facts(predicate, outgoing);
    String pattern = outgoing ? "<%s> <%s> ?x" : "?x <%2$s> <%1$s>";
    String query = "SELECT ?x { " + pattern.formatted(thing.getURI(), predicate.getURI()) + " }";
    return new Relation(
        scene.link(predicate),
        !outgoing,
        facts.stream().limit(MOST).map(triple -> row(triple, outgoing, true)).toList(),
        facts.size(),
        QueryPage.address(query));
  }

  private List<Node> sorted(Set<Node> predicates) {
    return predicates.stream()
        .sorted(Comparator.comparing((Node p) -> scene.look().label(p)).thenComparing(Node::getURI))
        .toList();
  }

  /** The facts with one predicate: asserted ones first, then by label. */
  private List<Triple> facts(Node predicate, boolean outgoing) {
    Stream<Triple> triples =
        outgoing
            ? scene.look().objects(thing, predicate).stream()
                .map(object -> Triple.create(thing, predicate, object))
            : scene.look().subjects(predicate, thing).stream()
                .filter(this::isEntity)
                .map(subject -> Triple.create(subject, predicate, thing));
    record Keyed(boolean inferred, String label, Triple triple) {}
    return triples
        .filter(triple -> !triple.getObject().isBlank() && !triple.getSubject().isBlank())
        .map(
            triple ->
                new Keyed(
                    !scene.served().asserts(triple),
                    scene.link(outgoing ? triple.getObject() : triple.getSubject()).label(),
                    triple))
        .sorted(Comparator.comparing(Keyed::inferred).thenComparing(Keyed::label))
        .map(Keyed::triple)
        .toList();
  }

  private Row row(Triple triple, boolean outgoing, boolean evidence) {
    return new Row(
        scene.link(outgoing ? triple.getObject() : triple.getSubject()),
        !scene.served().asserts(triple),
        Scene.why(triple),
        evidence ? scene.quotes(Evidence.of(triple, scene.data())) : List.of());
  }

  private boolean isEntity(Node node) {
    return node.isURI()
        && Stream.of("actor/", "tech/", "policy/", "place/")
            .anyMatch(kind -> node.getURI().startsWith(scene.served().base() + "id/" + kind));
  }

  private List<ClaimView> held() {
    Set<Node> claims = new LinkedHashSet<>();
    for (String slot : List.of("claimSubject", "claimObject")) {
      claims.addAll(scene.look().subjects(Terms.cp(slot), thing));
    }
    for (Node event : eventNodes()) {
      claims.addAll(scene.look().subjects(Terms.cp("reportsEvent"), event));
    }
    return claims.stream()
        .filter(claim -> !accepted(claim))
        .limit(MOST)
        .map(claim -> ClaimView.of(claim, scene))
        .toList();
  }

  private boolean accepted(Node claim) {
    return scene.data().contains(claim, Terms.cp("claimStatus"), Terms.cp("Accepted"));
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
