package org.w3id.chokepoint.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.w3id.chokepoint.across.Across;
import org.w3id.chokepoint.check.Untouched;
import org.w3id.chokepoint.cli.Intake.Entry;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.snapshot.Kept;
import org.w3id.chokepoint.snapshot.Manifest;
import org.w3id.chokepoint.snapshot.Snapshot;

/**
 * The articles that a snapshot has, as they are alone, without {@link
 * org.w3id.chokepoint.snapshot.Mentions}: those are copied as they are.
 *
 * @param data of the snapshot
 * @param graphs of those that are among the articles of today
 * @param statuses of the claims of each graph in the snapshot, by the name of the graph
 */
record Known(
    Optional<Snapshot> snapshot,
    DatasetGraph data,
    Map<Entry, Graph> graphs,
    Map<Node, Set<Triple>> statuses) {

  /** Of no snapshot. */
  static Known nothing() {
    return new Known(Optional.empty(), DatasetGraphFactory.createGeneral(), Map.of(), Map.of());
  }

  /** The snapshot must stand on the usual base and be read by the same version. */
  static Known of(Intake intake, Snapshot snapshot) {
    Map<String, Manifest.Input> inputs = new HashMap<>();
    snapshot.manifest().inputs().forEach(i -> inputs.put(i.fingerprint(), i));
    DatasetGraph data = snapshot.readWithoutMentions();
    Map<Entry, Graph> graphs = new HashMap<>();
    Map<Node, Set<Triple>> statuses = new HashMap<>();
    for (Entry article : intake.entries()) {
      Manifest.Input there = inputs.get(article.fingerprint());
      if (there != null && there.graph().equals(article.input().graph())) {
        Node name = Terms.iri(there.graph());
        Graph graph = data.getGraph(name);
        graphs.put(article, graph);
        statuses.put(name, statuses(graph));
      }
    }
    Across.undo(data, graphs.values());
    return new Known(Optional.of(snapshot), data, graphs, statuses);
  }

  private static Set<Triple> statuses(Graph article) {
    return article.find(Node.ANY, Terms.cp("claimStatus"), Node.ANY).toSet();
  }

  /** What the snapshot of today has as this one. */
  Optional<Kept> kept() {
    return snapshot.map(
        before ->
            new Kept(
                before,
                graphs.keySet().stream()
                    .map(article -> article.input().graph())
                    .collect(Collectors.toSet())));
  }

  /**
   * Nodes that were found good before and can be judged no other way now.
   *
   * @param now what the articles of today say together
   */
  Predicate<Node> good(DatasetGraph now) {
    Set<String> faulty = snapshot.map(s -> Set.copyOf(s.manifest().faulty())).orElseGet(Set::of);
    Set<Node> kept = new HashSet<>();
    Set<String> articles = new HashSet<>();
    graphs.forEach(
        (article, graph) -> {
          String name = article.input().graph();
          if (statuses(graph).equals(statuses.get(Terms.iri(name)))) {
            kept.add(Terms.iri(name));
            articles.add(name.replace("/graph/article-", "/article/"));
          }
        });
    Set<Node> untouched = Untouched.in(data, now, kept);
    return node ->
        node.isURI()
            && (untouched.contains(node) || articles.contains(article(node.getURI())))
            && !faulty.contains(node.getURI());
  }

  /** The article that a stretch of text lies in; "" of other things. */
  private static String article(String span) {
    return span.substring(0, Math.max(0, span.indexOf('#')));
  }
}
