package org.w3id.chokepoint.browse;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/** An actor, technology, policy or place: what holds, what follows, what is only claimed. */
final class EntityPage {
  /** Facts of one relation that the page shows, of those there are. */
  private static final int FIRST = 20;

  /** Claims of a part of their list; each brings its sentences. */
  private static final int CLAIMS = 40;

  /** Most names that the page shows. */
  private static final int MOST = 50;

  private static final Node DATE = Terms.cp("eventDate");

  private final Scene scene;
  private final Node thing;
  private final Overview overview;
  private final Backing backing;
  private final Question question;

  /**
   * The page of a thing.
   *
   * @param question says which part of each long list to show
   */
  EntityPage(Scene scene, Node thing, Question question, Overview overview, Backing backing) {
    this.scene = scene;
    this.thing = thing;
    this.overview = overview;
    this.backing = backing;
    this.question = question;
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
    values.put("held", claims(new About(scene.look(), thing).claims(), false, "claimed"));
    values.put(
        "said", claims(scene.look().subjects(Terms.cp("attributedTo"), thing), true, "says"));
    Paged<Happening> events = events();
    values.put("events", events);
    values.put(
        "timeline",
        Timeline.of(
            events.items().stream()
                .map(event -> new Timeline.Moment(event.event(), event.date(), ""))
                .toList()));
    values.put("articles", articles());
    values.put("address", address());
    values.put("history", scene.link(thing).href().replaceFirst("^/page/", "/history/"));
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
    Facts facts = new Facts(scene, thing, backing);
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

  /** Where the page is, with what the other lists show of themselves. */
  private Map<String, String> address() {
    Map<String, String> addresses = new HashMap<>();
    List<String> lists = List.of("claimed", "says", "events", "articles");
    for (String list : lists) {
      addresses.put(
          list,
          lists.stream()
              .filter(other -> !other.equals(list) && question.page(other) > 1)
              .map(other -> other + "=" + question.page(other) + "&")
              .collect(Collectors.joining("", scene.link(thing).href() + "?", list + "=")));
    }
    return addresses;
  }

  /** Some claims; without the accepted ones, as these are told as facts. */
  private Paged<ClaimView> claims(Collection<Node> all, boolean accepted, String list) {
    return Paged.of(
            all.stream().filter(claim -> accepted || !accepted(claim)).toList(),
            question.page(list),
            CLAIMS)
        .map(claim -> ClaimView.of(claim, scene));
  }

  private boolean accepted(Node claim) {
    return scene.data().contains(claim, Terms.cp("claimStatus"), Terms.cp("Accepted"));
  }

  private Paged<Happening> events() {
    return Paged.of(
            new About(scene.look(), thing)
                .events().stream()
                    .map(event -> Map.entry(event, scene.look().string(event, DATE)))
                    .sorted(
                        Map.Entry.<Node, String>comparingByValue(Comparator.reverseOrder())
                            .thenComparing(entry -> entry.getKey().getURI()))
                    .toList(),
            question.page("events"))
        .map(entry -> new EventView(entry.getKey(), scene))
        .map(event -> new Happening(event.link(), event.date(), event.status()));
  }

  private Paged<ArticleView> articles() {
    Node identity = NodeFactory.createURI(Terms.ITSRDF + "taIdentRef");
    Set<String> naming = new HashSet<>();
    try (Stream<Triple> phrases = scene.data().stream(Node.ANY, identity, thing)) {
      phrases
          .flatMap(
              phrase ->
                  scene.look().objects(phrase.getSubject(), Terms.nif("referenceContext")).stream())
          .forEach(article -> naming.add(Lookup.text(article)));
    }
    return Paged.of(
        overview.articles().stream()
            .filter(article -> naming.contains(article.article().iri()))
            .toList(),
        question.page("articles"));
  }
}
