package org.w3id.chokepoint.browse;

import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * A snapshot at a glance.
 *
 * @param counts by name, in the order of the page
 * @param articles all of them, newest first
 * @param named those that articles name most, with the number of mentions
 * @param contested those about whom most is claimed that we do not hold, with the number of claims
 */
record Overview(
    Map<String, Integer> counts,
    List<ArticleView> articles,
    List<Counted> named,
    List<Counted> contested) {
  private static final int FIRST = 10;

  /** A thing and how often it is named or claimed about. */
  record Counted(Link entity, int times) {}

  /** Those whose pages are likely to be long, named or contested, each once. */
  List<Link> often() {
    return Stream.concat(named.stream(), contested.stream())
        .map(Counted::entity)
        .filter(Link::linked)
        .distinct()
        .toList();
  }

  static Overview of(Served served) {
    Scene scene = Scene.of(served);
    List<Node> articles = scene.look().subjects(RDF.type.asNode(), Terms.cp("Article"));
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("articles", articles.size());
    counts.put("things", things(served));
    counts.put("claims", size(scene, RDF.type.asNode(), "Claim"));
    counts.put("accepted", size(scene, Terms.cp("claimStatus"), "Accepted"));
    counts.put(
        "facts",
        served.all().getGraph(NodeFactory.createURI(served.base() + "id/graph/facts")).size());
    counts.put("inferred", served.inferred().size());
    return new Overview(
        counts,
        articles.stream()
            .map(article -> ArticleView.of(article, scene))
            .sorted(ArticleView.NEWEST_FIRST)
            .toList(),
        named(scene),
        contested(scene));
  }

  /** Actors, technologies, policies and places. */
  private static int things(Served served) {
    String ids = served.base() + "id/";
    try (Stream<Triple> labels = served.triples().stream(Node.ANY, RDFS.label.asNode(), Node.ANY)) {
      return (int)
          labels
              .map(Triple::getSubject)
              .filter(node -> node.isURI() && node.getURI().startsWith(ids))
              .filter(
                  node ->
                      node.getURI().substring(ids.length()).matches("(actor|tech|policy|place)/.*"))
              .distinct()
              .count();
    }
  }

  private static int size(Scene scene, Node predicate, String object) {
    return (int) scene.data().stream(Node.ANY, predicate, Terms.cp(object)).count();
  }

  private static List<Counted> named(Scene scene) {
    Map<Node, Integer> times = new HashMap<>();
    Node identity = NodeFactory.createURI(Terms.ITSRDF + "taIdentRef");
    try (Stream<Triple> found = scene.data().stream(Node.ANY, identity, Node.ANY)) {
      found.forEach(triple -> times.merge(triple.getObject(), 1, Integer::sum));
    }
    return most(times, scene);
  }

  private static List<Counted> contested(Scene scene) {
    Map<Node, Integer> times = new HashMap<>();
    for (String status : List.of("Held", "Contested")) {
      for (Node claim : scene.look().subjects(Terms.cp("claimStatus"), Terms.cp(status))) {
        Stream.of("claimSubject", "claimObject")
            .flatMap(slot -> scene.look().objects(claim, Terms.cp(slot)).stream())
            .filter(node -> node.isURI() && !scene.isEvent(node))
            .forEach(node -> times.merge(node, 1, Integer::sum));
      }
    }
    return most(times, scene);
  }

  private static List<Counted> most(Map<Node, Integer> times, Scene scene) {
    return times.entrySet().stream()
        .sorted(
            Map.Entry.<Node, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().toString()))
        .limit(FIRST)
        .map(entry -> new Counted(scene.link(entry.getKey()), entry.getValue()))
        .toList();
  }
}
