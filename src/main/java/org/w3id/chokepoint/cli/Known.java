package org.w3id.chokepoint.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
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
  /** Graphs that grow with the number of articles, though they are of none. */
  private static final List<String> LARGE =
      Stream.of("across", "facts", "run").map(name -> Terms.graph(name).getURI()).toList();

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
    // Mentions are not read again, so what shapes had to say of one could not be said again.
    Set<String> odd =
        snapshot.manifest().faulty().stream().map(Known::article).collect(Collectors.toSet());
    for (Entry article : intake.entries()) {
      Manifest.Input there = inputs.get(article.fingerprint());
      if (there != null
          && there.graph().equals(article.input().graph())
          && !odd.contains(iri(there.graph()))) {
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

  /**
   * What the snapshot of today has as this one.
   *
   * @param now what the articles of today say together
   */
  Optional<Kept> kept(DatasetGraph now) {
    return snapshot.map(
        before -> {
          Set<String> names = new HashSet<>(LARGE);
          List<Quad> gone = new ArrayList<>();
          List<Quad> come = new ArrayList<>();
          for (String name : LARGE) {
            Node graph = Terms.iri(name);
            differing(graph, data.getGraph(graph), now.getGraph(graph), gone);
            differing(graph, now.getGraph(graph), data.getGraph(graph), come);
          }
          graphs.forEach(
              (article, graph) -> {
                Node name = Terms.iri(article.input().graph());
                names.add(name.getURI());
                Set<Triple> old = statuses.getOrDefault(name, Set.of());
                Set<Triple> young = statuses(graph);
                old.stream()
                    .filter(t -> !young.contains(t))
                    .forEach(t -> gone.add(Quad.create(name, t)));
                young.stream()
                    .filter(t -> !old.contains(t))
                    .forEach(t -> come.add(Quad.create(name, t)));
              });
          return new Kept(before, names, gone, come);
        });
  }

  private static void differing(Node name, Graph graph, Graph other, List<Quad> out) {
    graph.find().filterDrop(other::contains).forEach(t -> out.add(Quad.create(name, t)));
  }

  /**
   * What need not be looked at again.
   *
   * @param now what the articles of today say together
   */
  Untouched untouched(DatasetGraph now) {
    return snapshot
        .map(s -> Untouched.in(data, now, asBefore(), Set.copyOf(s.manifest().faulty())))
        .orElseGet(Untouched::nothing);
  }

  /** Names of the graphs of articles of whose claims none is judged in another way now. */
  private Set<Node> asBefore() {
    Set<Node> names = new HashSet<>();
    graphs.forEach(
        (article, graph) -> {
          Node name = Terms.iri(article.input().graph());
          if (statuses(graph).equals(statuses.get(name))) {
            names.add(name);
          }
        });
    return names;
  }

  /** Nodes that were found good before and can be judged no other way now. */
  Predicate<Node> good(Untouched untouched) {
    Set<String> faulty = snapshot.map(s -> Set.copyOf(s.manifest().faulty())).orElseGet(Set::of);
    Set<String> articles =
        asBefore().stream().map(name -> iri(name.getURI())).collect(Collectors.toSet());
    return node ->
        node.isURI()
            && (untouched.spared().contains(node) || articles.contains(article(node.getURI())))
            && !faulty.contains(node.getURI());
  }

  /** The article that a graph is of. */
  private static String iri(String graph) {
    return graph.replace("/graph/article-", "/article/");
  }

  /** The article that a stretch of text lies in; "" of other things. */
  private static String article(String span) {
    return span.substring(0, Math.max(0, span.indexOf('#')));
  }
}
