package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * What is known about a thing, grouped by relation; a fact that an inverse relation tells already
 * is left out.
 */
final class Facts {
  /** Groups above this are sorted by IRI, as their labels would take too long to look up. */
  private static final int SORTED_BY_LABEL = 500;

  private static final Set<String> NAMES =
      Set.of(
          RDFS.label.getURI(), RDF.type.getURI(), Terms.SKOS + "altLabel", Terms.SCHEMA + "sameAs");

  private final Scene scene;
  private final Backing backing;
  private final Node thing;
  private final Map<Node, Set<Node>> inverses = new HashMap<>();

  Facts(Scene scene, Node thing, Backing backing) {
    this.scene = scene;
    this.backing = backing;
    this.thing = thing;
  }

  /**
   * Which facts a group holds.
   *
   * @param outgoing whether the thing is the subject
   * @param inferred whether they follow; else they are stated
   */
  record Key(Node relation, boolean outgoing, boolean inferred) {}

  /** Facts that differ in their other end only. */
  record Group(Key key, List<Node> others) {}

  /** All groups: stated ones first, then by the relation's label. */
  List<Group> groups() {
    Map<Key, List<Node>> found = new HashMap<>();
    try (Stream<Triple> out = scene.data().stream(thing, Node.ANY, Node.ANY);
        Stream<Triple> in = scene.data().stream(Node.ANY, Node.ANY, thing)) {
      out.filter(triple -> !NAMES.contains(triple.getPredicate().getURI()))
          .filter(triple -> !triple.getObject().isBlank())
          .forEach(triple -> add(found, triple, true));
      in.filter(triple -> triple.getPredicate().getURI().startsWith(Terms.CP))
          .filter(triple -> isEntity(triple.getSubject()))
          .forEach(triple -> add(found, triple, false));
    }
    Map<Node, String> labels = new HashMap<>();
    found.keySet().forEach(key -> labels.put(key.relation(), scene.look().label(key.relation())));
    return found.entrySet().stream()
        .map(entry -> new Group(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing((Group group) -> group.key().inferred())
                .thenComparing(group -> !group.key().relation().getURI().startsWith(Terms.CP))
                .thenComparing(group -> !group.key().outgoing())
                .thenComparing(group -> labels.getOrDefault(group.key().relation(), ""))
                .thenComparing(group -> group.key().relation().getURI()))
        .toList();
  }

  private void add(Map<Key, List<Node>> found, Triple triple, boolean outgoing) {
    boolean inferred = !scene.served().asserts(triple);
    if (!inferred || !toldByInverse(triple, outgoing)) {
      Node other = outgoing ? triple.getObject() : triple.getSubject();
      found
          .computeIfAbsent(
              new Key(triple.getPredicate(), outgoing, inferred), key -> new ArrayList<>())
          .add(other);
    }
  }

  /** A stated inverse is always told; of two that follow, the one that starts here is. */
  private boolean toldByInverse(Triple triple, boolean outgoing) {
    return inverses.computeIfAbsent(triple.getPredicate(), this::inverses).stream()
        .map(inverse -> Triple.create(triple.getObject(), inverse, triple.getSubject()))
        .anyMatch(
            other ->
                scene.served().asserts(other)
                    ? outgoing || !other.getPredicate().equals(triple.getPredicate())
                    : !outgoing && scene.data().contains(other));
  }

  private Set<Node> inverses(Node relation) {
    Set<Node> found = new HashSet<>(scene.look().objects(relation, OWL.inverseOf.asNode()));
    found.addAll(scene.look().subjects(OWL.inverseOf.asNode(), relation));
    if (scene.look().is(relation, OWL.SymmetricProperty.asNode())) {
      found.add(relation);
    }
    return found;
  }

  /** The other ends in the order of the pages: first those of which a sentence tells. */
  List<Node> sorted(Group group) {
    if (group.others().size() > SORTED_BY_LABEL) {
      return group.others().stream().sorted(Comparator.comparing(node -> node.toString())).toList();
    }
    Map<Node, String> labels = new HashMap<>();
    Set<Node> told = new HashSet<>();
    for (Node node : group.others()) {
      labels.put(node, scene.link(node).label());
      if (behind(group.key(), node).sentences() > 0) {
        told.add(node);
      }
    }
    return group.others().stream()
        .sorted(
            Comparator.comparing((Node node) -> !told.contains(node))
                .thenComparing(node -> labels.getOrDefault(node, ""))
                .thenComparing((Node node) -> node.toString()))
        .toList();
  }

  /** The sentences behind a fact; an inferred one has none of its own. */
  Backing.Fact behind(Key key, Node other) {
    return key.inferred() ? new Backing.Fact(List.of(), 0, "") : backing.behind(triple(key, other));
  }

  /** The fact that joins the thing to another end. */
  Triple triple(Key key, Node other) {
    return key.outgoing()
        ? Triple.create(thing, key.relation(), other)
        : Triple.create(other, key.relation(), thing);
  }

  /** Where the page of a group is. */
  String address(Key key) {
    return scene.link(thing).href().replaceFirst("^/page/", "/neighbours/")
        + "?relation="
        + Scene.encode(key.relation().getURI())
        + (key.outgoing() ? "" : "&way=in")
        + (key.inferred() ? "&follows=yes" : "");
  }

  private boolean isEntity(Node node) {
    String ids = scene.served().base() + "id/";
    return node.isURI()
        && Stream.of("actor/", "tech/", "policy/", "place/")
            .anyMatch(kind -> node.getURI().startsWith(kind, ids.length()))
        && node.getURI().startsWith(ids);
  }
}
