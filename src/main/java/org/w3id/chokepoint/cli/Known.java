package org.w3id.chokepoint.cli;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.chokepoint.across.Across;
import org.w3id.chokepoint.across.AcrossRules;
import org.w3id.chokepoint.across.Ties;
import org.w3id.chokepoint.cli.Intake.Entry;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.snapshot.Manifest;
import org.w3id.chokepoint.snapshot.Shelf;
import org.w3id.chokepoint.snapshot.Snapshot;

/**
 * The articles that a snapshot has.
 *
 * @param shelf where they are
 * @param articles those that are among the articles of today
 * @param gone names of the graphs of the others
 */
record Known(Optional<Snapshot> snapshot, Shelf shelf, Set<Entry> articles, Set<String> gone) {

  /** Of no snapshot. */
  static Known nothing() {
    return new Known(Optional.empty(), new Shelf(), Set.of(), Set.of());
  }

  /** The snapshot must stand on the usual base and be read by the same version. */
  static Known of(Intake intake, Snapshot snapshot, AcrossRules rules) {
    Shelf shelf = Shelf.of(snapshot).orElseGet(() -> read(snapshot, rules));
    Map<String, Manifest.Input> inputs = new HashMap<>();
    snapshot.manifest().inputs().forEach(i -> inputs.put(i.fingerprint(), i));
    // Mentions are not read again, so what shapes had to say of one could not be said again.
    Set<String> odd =
        snapshot.manifest().faulty().stream().map(Known::article).collect(Collectors.toSet());
    Set<Entry> articles = new HashSet<>();
    Set<String> gone = new HashSet<>(shelf.names());
    for (Entry article : intake.entries()) {
      Manifest.Input there = inputs.get(article.fingerprint());
      String graph = article.input().graph();
      if (there != null
          && there.graph().equals(graph)
          && !odd.contains(iri(graph))
          && gone.remove(graph)) {
        articles.add(article);
      }
    }
    return new Known(Optional.of(snapshot), shelf, articles, gone);
  }

  private static Shelf read(Snapshot snapshot, AcrossRules rules) {
    DatasetGraph data = snapshot.readWithoutMentions();
    Map<String, Graph> articles = new TreeMap<>();
    for (Manifest.Input input : snapshot.manifest().inputs()) {
      articles.put(input.graph(), data.getGraph(Terms.iri(input.graph())));
    }
    Across.undo(data, articles.values());
    Shelf shelf = new Shelf();
    Ties ties = new Ties(rules);
    articles.forEach((name, graph) -> shelf.put(name, graph, ties.of(graph)));
    data.getGraph(Terms.graph("facts")).find().forEach(shelf.facts()::add);
    return shelf.asRead();
  }

  /** Nodes on which some shape had something to say. */
  Set<String> faulty() {
    return snapshot.map(s -> Set.copyOf(s.manifest().faulty())).orElse(Set.of());
  }

  /** Day of the run. */
  String date() {
    return snapshot.map(s -> s.manifest().date()).orElse("");
  }

  /** The article that a graph is of. */
  private static String iri(String graph) {
    return graph.replace("/graph/article-", "/article/");
  }

  /** The article itself, or that a stretch of text lies in. */
  private static String article(String iri) {
    return iri.replaceFirst("#.*", "");
  }
}
