package org.w3id.chokepoint.browse;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/** An actor, technology, policy or place: what holds, what follows, what is only claimed. */
final class EntityPage {
  /** Facts of one relation that the page shows, of those there are. */
  private static final int FIRST = 20;

  /** Most claims, events and articles that the page shows. */
  private static final int MOST = 50;

  private final Scene scene;
  private final Node thing;

  EntityPage(Scene scene, Node thing) {
    this.scene = scene;
    this.thing = thing;
  }

  /** A kind of thing and where the proof is that this is one. */
  record Type(Link other, boolean inferred, String why) {}

  /**
   * Facts with the same predicate.
   *
   * @param incoming whether the page's thing is the object
   * @param total how many there are, of which {@code rows} may be the first
   * @param all where all of them are shown
   */
  record Relation(
      Link predicate,
      boolean incoming,
      boolean inferred,
      List<FactRow> rows,
      int total,
      String all) {}

  /** An event with its date and status in words. */
  record Happening(Link event, String date, String status) {}

  /** Some of many. */
  record Some<T>(List<T> items, int total) {}

  /** The values of the template. */
  Map<String, Object> values() {
    Map<String, Object> values = new HashMap<>();
    List<Relation> relations = relations();
    values.put("thing", scene.link(thing));
    values.put("types", types().stream().filter(type -> !type.inferred()).toList());
    values.put("kinds", types().stream().filter(Type::inferred).toList());
    values.put("names", names());
    values.put("elsewhere", scene.links(thing, Terms.schema("sameAs")));
    values.put("stated", relations.stream().filter(relation -> !relation.inferred()).toList());
    values.put("follows", relations.stream().filter(Relation::inferred).toList());
    values.put("held", claims(aboutIt(), false));
    values.put("said", claims(scene.look().subjects(Terms.cp("attributedTo"), thing), true));
    values.put("events", events());
    values.put("articles", articles());
    values.put("neighbours", scene.link(thing).href().replaceFirst("^/page/", "/neighbours/"));
    values.put(
        "exposure",
        scene.look().is(thing, Terms.cp("Policy"))
            ? scene.link(thing).href().replaceFirst("^/page/policy/", "/exposure/")
            : "");
    return values;
  }

  private List<String> names() {
    return scene.look().objects(thing, NodeFactory.createURI(Terms.SKOS + "altLabel")).stream()
        .map(name -> Scene.cut(Lookup.text(name), Scene.LABEL))
        .distinct()
        .limit(MOST)
        .toList();
  }

  private List<Type> types() {
    return scene.look().objects(thing, RDF.type.asNode()).stream()
        .map(type -> Triple.create(thing, RDF.type.asNode(), type))
        .map(
            triple ->
                new Type(
                    scene.link(triple.getObject()),
                    !scene.served().asserts(triple),
                    Scene.why(triple)))
        .sorted(Comparator.comparing(Type::inferred).thenComparing(type -> type.other().label()))
        .toList();
  }

  private List<Relation> relations() {
    Facts facts = new Facts(scene, thing);
    return facts.groups().stream()
        .map(
            group ->
                new Relation(
                    scene.link(group.key().relation()),
                    !group.key().outgoing(),
                    group.key().inferred(),
                    facts.sorted(group).stream()
                        .limit(FIRST)
                        .map(other -> FactRow.of(facts, group.key(), other, scene))
                        .toList(),
                    group.others().size(),
                    facts.address(group.key())))
        .toList();
  }

  private Set<Node> aboutIt() {
    Set<Node> claims = new LinkedHashSet<>();
    for (String slot : List.of("claimSubject", "claimObject")) {
      claims.addAll(scene.look().subjects(Terms.cp(slot), thing));
    }
    for (Node event : eventNodes()) {
      claims.addAll(scene.look().subjects(Terms.cp("reportsEvent"), event));
    }
    return claims;
  }

  /** Some claims; without the accepted ones, as these are told as facts. */
  private Some<ClaimView> claims(Collection<Node> all, boolean accepted) {
    List<Node> wanted = all.stream().filter(claim -> accepted || !accepted(claim)).toList();
    return new Some<>(
        wanted.stream().limit(MOST).map(claim -> ClaimView.of(claim, scene)).toList(),
        wanted.size());
  }

  private boolean accepted(Node claim) {
    return scene.data().contains(claim, Terms.cp("claimStatus"), Terms.cp("Accepted"));
  }

  private Set<Node> eventNodes() {
    Set<Node> events = new LinkedHashSet<>();
    for (String role : List.of("hasAgent", "hasObject", "hasRecipient")) {
      events.addAll(scene.look().subjects(Terms.cp(role), thing));
    }
    return events;
  }

  private Some<Happening> events() {
    Set<Node> events = eventNodes();
    return new Some<>(
        events.stream()
            .map(event -> Map.entry(event, scene.look().string(event, Terms.cp("eventDate"))))
            .sorted(
                Map.Entry.<Node, String>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(entry -> entry.getKey().getURI()))
            .limit(MOST)
            .map(entry -> new EventView(entry.getKey(), scene))
            .map(event -> new Happening(event.link(), event.date(), event.status()))
            .toList(),
        events.size());
  }

  private Some<ArticleView> articles() {
    List<Node> articles =
        scene.look().subjects(NodeFactory.createURI(Terms.ITSRDF + "taIdentRef"), thing).stream()
            .flatMap(phrase -> scene.look().objects(phrase, Terms.nif("referenceContext")).stream())
            .distinct()
            .toList();
    return new Some<>(
        articles.stream()
            .map(node -> ArticleView.of(node, scene))
            .sorted(ArticleView.NEWEST_FIRST)
            .limit(MOST)
            .toList(),
        articles.size());
  }
}
