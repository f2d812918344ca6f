package org.w3id.chokepoint.browse;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Terms;

/** An event in words, as its IRI is a hash. */
record EventView(Node event, Scene scene) {
  /** The event's asserted class, its agents, objects and recipients as one line. */
  Link link() {
    return link(true);
  }

  /** An event inside another one is told without its own objects: no recursion. */
  private Link link(boolean outermost) {
    Link plain = scene.link(event);
    String words =
        (outermost
                ? Stream.of(kind(), names("hasAgent"), names("hasObject"), names("hasRecipient"))
                : Stream.of(kind(), things("hasAgent")))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(" · "));
    boolean named = !plain.label().equals(Lookup.localName(plain.iri()));
    return new Link(named || words.isEmpty() ? plain.label() : words, plain.href(), plain.iri());
  }

  /** When it happened, as precisely as the text says; "" when it does not. */
  String date() {
    return scene.look().string(event, Terms.cp("eventDate"));
  }

  /** How firmly it is held to have happened. */
  String status() {
    return scene.links(event, Terms.cp("eventStatus")).stream()
        .map(Link::label)
        .collect(Collectors.joining(", "));
  }

  private String kind() {
    Lookup asserted = new Lookup(scene.served().asserted().getDefaultGraph());
    return asserted.objects(event, RDF.type.asNode()).stream()
        .map(asserted::label)
        .collect(Collectors.joining(", "));
  }

  private String names(String role) {
    return scene.look().objects(event, Terms.cp(role)).stream()
        .map(
            node ->
                scene.isEvent(node)
                    ? "(" + new EventView(node, scene).link(false).label() + ")"
                    : scene.link(node).label())
        .collect(Collectors.joining(", "));
  }

  private String things(String role) {
    return scene.links(event, Terms.cp(role)).stream()
        .map(Link::label)
        .collect(Collectors.joining(", "));
  }
}
