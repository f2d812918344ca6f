package org.w3id.chokepoint.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.chokepoint.across.Across;
import org.w3id.chokepoint.cli.Intake.Entry;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.snapshot.Kept;
import org.w3id.chokepoint.snapshot.Manifest;
import org.w3id.chokepoint.snapshot.Snapshot;

/**
 * The articles that a snapshot has, as they are alone.
 *
 * @param graphs of those that are among the articles of today
 * @param statuses of the claims of each graph in the snapshot, by the name of the graph
 */
record Known(
    Optional<Snapshot> snapshot, Map<Entry, Graph> graphs, Map<Node, Set<Triple>> statuses) {

  /** Of no snapshot. */
  static Known nothing() {
    return new Known(Optional.empty(), Map.of(), Map.of());
  }

  /** The snapshot must stand on the usual base and be read by the same version. */
  static Known of(Intake intake, Snapshot snapshot) {
    Map<String, Manifest.Input> inputs = new HashMap<>();
    snapshot.manifest().inputs().forEach(i -> inputs.put(i.fingerprint(), i));
    DatasetGraph data = snapshot.readAsserted();
    Map<Entry, Graph> graphs = new HashMap<>();
    Map<Node, Set<Triple>> statuses = new HashMap<>();
    for (Entry article : intake.entries()) {
      Manifest.Input there = inputs.get(article.fingerprint());
      if (there != null) {
        Node name = Terms.iri(there.graph());
        Graph graph = data.getGraph(name);
        graphs.put(article, graph);
        statuses.put(name, statuses(graph));
      }
    }
    Across.undo(data, graphs.values());
    return new Known(Optional.of(snapshot), graphs, statuses);
  }

  private static Set<Triple> statuses(Graph article) {
    return article.find(Node.ANY, Terms.cp("claimStatus"), Node.ANY).toSet();
  }

  /** What the snapshot of today has as this one, now that the claims are judged together. */
  Optional<Kept> kept() {
    return snapshot.map(
        before -> {
          Set<String> same = new HashSet<>();
          graphs.forEach(
              (article, graph) -> {
                String name = article.input().graph();
                if (statuses(graph).equals(statuses.get(Terms.iri(name)))) {
                  same.add(name);
                }
              });
          return new Kept(before, same);
        });
  }

  /** Nodes of articles that are taken over from a snapshot that broke no shape. */
  Predicate<Node> good() {
    boolean faultless =
        snapshot.filter(s -> s.manifest().counts().getOrDefault("violations", 1L) == 0).isPresent();
    Set<String> articles = new HashSet<>();
    if (faultless) {
      graphs
          .keySet()
          .forEach(e -> articles.add(e.input().graph().replace("/graph/article-", "/article/")));
    }
    return node -> node.isURI() && articles.contains(article(node.getURI()));
  }

  /** The article that a stretch of text lies in. */
  private static String article(String span) {
    int hash = span.indexOf('#');
    return hash < 0 ? span : span.substring(0, hash);
  }
}
