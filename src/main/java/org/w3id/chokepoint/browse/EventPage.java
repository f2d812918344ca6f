package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.snapshot.Terms;

/** An event, or any other thing of ours: its properties and the claims that tell of it. */
final class EventPage {
  private EventPage() {}

  /** A property and its values. */
  record Property(Link predicate, List<Value> values) {}

  /** One value, and where its proof is. */
  record Value(Link value, boolean inferred, String why) {}

  static Map<String, Object> values(Scene scene, Node event) {
    Map<String, Object> values = new HashMap<>();
    values.put("thing", new EventView(event, scene).link());
    values.put("properties", properties(scene, event));
    values.put(
        "claims",
        scene.look().subjects(Terms.cp("reportsEvent"), event).stream()
            .map(claim -> ClaimView.of(claim, scene))
            .toList());
    values.put("elsewhere", elsewhere(scene, event));
    return values;
  }

  private static List<Property> properties(Scene scene, Node event) {
    List<Property> properties = new ArrayList<>();
    try (Stream<Triple> triples = scene.data().stream(event, Node.ANY, Node.ANY)) {
      List<Node> predicates =
          triples
              .map(Triple::getPredicate)
              .distinct()
              .sorted(Comparator.comparing(p -> order(scene, p)))
              .toList();
      for (Node predicate : predicates) {
        properties.add(
            new Property(
                scene.link(predicate),
                scene.look().objects(event, predicate).stream()
                    .map(object -> value(scene, Triple.create(event, predicate, object)))
                    .toList()));
      }
    }
    return properties;
  }

  private static String order(Scene scene, Node predicate) {
    return (predicate.equals(RDF.type.asNode()) ? "0" : "1") + scene.look().label(predicate);
  }

  private static Value value(Scene scene, Triple triple) {
    Node object = triple.getObject();
    return new Value(
        scene.isEvent(object) ? new EventView(object, scene).link() : scene.link(object),
        !scene.served().asserts(triple),
        Scene.why(triple));
  }

  /** What else points here: events that respond to it, requests for it. */
  private static List<Link> elsewhere(Scene scene, Node event) {
    return Stream.of("hasObject", "respondsTo")
        .flatMap(role -> scene.look().subjects(Terms.cp(role), event).stream())
        .distinct()
        .map(other -> new EventView(other, scene).link())
        .toList();
  }
}
