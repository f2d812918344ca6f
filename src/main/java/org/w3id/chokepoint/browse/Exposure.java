package org.w3id.chokepoint.browse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.snapshot.Terms;

/** Whom and what a policy reaches, each with the facts that lead there. */
final class Exposure {
  private final Scene scene;
  private final Node policy;

  Exposure(Scene scene, Node policy) {
    this.scene = scene;
    this.policy = policy;
  }

  /** How a policy reaches something, from near to far. */
  enum Way {
    NAMED("named by it", "The policy itself names these actors."),
    TECHNOLOGY(
        "affected technology",
        "Technologies that the policy is on, and members of their kinds and series."),
    SUBSIDIARY("through a parent", "Subsidiaries of the actors that it names, at any depth."),
    PROVIDER("through what they provide", "Those who make or sell an affected technology."),
    SUPPLIER("through a customer", "Those who supply an actor that the policy affects."),
    USER("through what they use", "Those who use technology of an actor that the policy affects."),
    PRESUMED(
        "presumably",
        "Those whose technology is adapted to one from an affected actor: a reason to look closer, not a finding.");

    private final String label;
    private final String meaning;

    Way(String label, String meaning) {
      this.label = label;
      this.meaning = meaning;
    }

    public String label() {
      return label;
    }

    public String meaning() {
      return meaning;
    }

    /** For a fragment of the page. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Something reached: the facts on the way, and the thing after each of them. */
  record Reached(Way way, Node thing, List<Triple> path, List<Node> stops) {}

  /** Everything reached, once for each way. */
  List<Reached> all() {
    List<Reached> all = new ArrayList<>();
    Set<Node> named = new HashSet<>(objects(policy, "designates"));
    named.forEach(
        actor ->
            all.add(
                new Reached(Way.NAMED, actor, path(policy, "designates", actor), List.of(actor))));
    for (Node tech : objects(policy, "affectsTechnology")) {
      all.add(
          new Reached(
              Way.TECHNOLOGY, tech, path(policy, "affectsTechnology", tech), List.of(tech)));
    }
    for (Node actor : objects(policy, "affectsActor")) {
      affected(actor, named, all);
    }
    subjects("indirectlyExposedTo")
        .forEach(user -> through(Way.USER, user, "usesTechnologyFrom", all));
    subjects("presumablyExposedTo").forEach(user -> presumed(user, all));
    return all.stream()
        .sorted(
            Comparator.comparing(Reached::way)
                .thenComparing(reached -> scene.link(reached.thing()).label())
                .thenComparing(reached -> reached.thing().toString()))
        .toList();
  }

  private void affected(Node actor, Set<Node> named, List<Reached> all) {
    if (!named.contains(actor)) {
      for (Node parent : objects(actor, "subsidiaryOf")) {
        if (named.contains(parent)) {
          all.add(
              new Reached(
                  Way.SUBSIDIARY,
                  actor,
                  path(policy, "designates", parent, actor, "subsidiaryOf", parent),
                  List.of(parent, actor)));
          break;
        }
      }
      for (Node tech : objects(actor, "provides")) {
        if (holds(policy, "affectsTechnology", tech)) {
          all.add(
              new Reached(
                  Way.PROVIDER,
                  actor,
                  path(policy, "affectsTechnology", tech, actor, "provides", tech),
                  List.of(tech, actor)));
          break;
        }
      }
    }
    for (Node supplier : scene.look().subjects(Terms.cp("suppliesTo"), actor)) {
      all.add(
          new Reached(
              Way.SUPPLIER,
              supplier,
              path(policy, "affects", actor, supplier, "suppliesTo", actor),
              List.of(actor, supplier)));
    }
  }

  private void through(Way way, Node user, String relation, List<Reached> all) {
    for (Node actor : objects(user, relation)) {
      if (holds(policy, "affects", actor)) {
        all.add(
            new Reached(
                way,
                user,
                path(policy, "affects", actor, user, relation, actor),
                List.of(actor, user)));
        return;
      }
    }
  }

  private void presumed(Node user, List<Reached> all) {
    for (Node tech : objects(user, "presumedUserOf")) {
      for (Node actor : objects(tech, "providedBy")) {
        if (holds(policy, "affects", actor)) {
          all.add(
              new Reached(
                  Way.PRESUMED,
                  user,
                  path(
                      policy,
                      "affects",
                      actor,
                      actor,
                      "provides",
                      tech,
                      user,
                      "presumedUserOf",
                      tech),
                  List.of(actor, tech, user)));
          return;
        }
      }
    }
  }

  private List<Node> objects(Node subject, String relation) {
    return scene.look().objects(subject, Terms.cp(relation));
  }

  private List<Node> subjects(String relation) {
    return scene.look().subjects(Terms.cp(relation), policy);
  }

  private boolean holds(Node subject, String relation, Node object) {
    return scene.data().contains(subject, Terms.cp(relation), object);
  }

  /** Subject, name of the relation and object of each fact in turn. */
  private static List<Triple> path(Object... parts) {
    List<Triple> path = new ArrayList<>();
    for (int i = 0; i < parts.length; i += 3) {
      path.add(
          Triple.create((Node) parts[i], Terms.cp((String) parts[i + 1]), (Node) parts[i + 2]));
    }
    return path;
  }
}
