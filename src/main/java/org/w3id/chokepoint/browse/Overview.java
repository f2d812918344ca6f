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
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * A snapshot at a glance.
 *
 * @param counts by name, in the order of the page
 * @param articles all of them, newest first
 * @param entities those with most claims first, with their number of claims
 */
record Overview(Map<String, Integer> counts, List<ArticleView> articles, List<Counted> entities) {
  /** A thing and how many claims are about it. */
  record Counted(Link entity, int claims) {}

  static Overview of(Served served) {
    Scene scene = Scene.of(served);
    List<Node> articles = scene.look().subjects(RDF.type.asNode(), Terms.cp("Article"));
    Map<String, Integer> counts = new LinkedHashMap<>();
    counts.put("articles", articles.size());
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
        entities(scene));
  }

  private static int size(Scene scene, Node predicate, String object) {
    return (int) scene.data().stream(Node.ANY, predicate, Terms.cp(object)).count();
  }

  private static List<Counted> entities(Scene scene) {
    Map<Node, Integer> claims = new HashMap<>();
    for (String slot : List.of("claimSubject", "claimObject")) {
      try (Stream<Triple> found = scene.data().stream(Node.ANY, Terms.cp(slot), Node.ANY)) {
        found
            .map(Triple::getObject)
            .filter(Node::isURI)
            .forEach(node -> claims.merge(node, 1, Integer::sum));
      }
    }
    return claims.entrySet().stream()
        .map(entry -> new Counted(scene.link(entry.getKey()), entry.getValue()))
        .sorted(
            Comparator.comparing(Counted::claims, Comparator.reverseOrder())
                .thenComparing(counted -> counted.entity().label())
                .thenComparing(counted -> counted.entity().iri()))
        .limit(100)
        .toList();
  }
}
