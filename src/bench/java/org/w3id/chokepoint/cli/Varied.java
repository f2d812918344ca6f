package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.across.Across;
import org.w3id.chokepoint.across.AcrossRules;
import org.w3id.chokepoint.graph.DatasetBuilder;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.SnapshotContent;
import org.w3id.chokepoint.snapshot.Snapshots;

/**
 * A large snapshot out of a small one, in which the copies of an article speak of others: {@code
 * Varied SNAPSHOTS OUT TIMES}. Every eighth copy keeps its actors, technologies and policies; in
 * the others another of the same kind stands for each. What follows, across articles and by
 * reasoning, is made anew.
 */
final class Varied {
  private static final int KEPT = 8;
  private static final int STRIDE = 7919;
  private static final Pattern OURS =
      Pattern.compile("/id/(?:graph/article-|article/|claim/|event/)[^#]+");

  private final Map<Node, List<Node>> kindOf = new HashMap<>();

  /** Things of the reference data, by all their classes. */
  private Varied(Graph reference) {
    Map<Node, Set<String>> classes = new HashMap<>();
    reference
        .find(Node.ANY, RDF.Nodes.type, Node.ANY)
        .forEach(
            t ->
                classes
                    .computeIfAbsent(t.getSubject(), s -> new TreeSet<>())
                    .add(t.getObject().toString()));
    Map<String, List<Node>> groups = new TreeMap<>();
    classes.forEach(
        (thing, of) -> {
          if (thing.isURI() && thing.getURI().matches(".*/id/(actor|tech|policy)/.*")) {
            groups.computeIfAbsent(of.toString(), k -> new ArrayList<>()).add(thing);
          }
        });
    for (List<Node> kind : groups.values()) {
      kind.sort(Comparator.comparing(Node::getURI));
      kind.forEach(thing -> kindOf.put(thing, kind));
    }
  }

  public static void main(String[] args) throws IOException {
    Project project = Project.here();
    Snapshot small = Snapshots.at(Path.of(args[0])).current().orElseThrow();
    DatasetGraph data = small.readAsserted();
    Graph reference = data.getGraph(Terms.graph("reference"));
    Map<Node, Graph> articles = new HashMap<>();
    for (Iterator<Node> names = data.listGraphNodes(); names.hasNext(); ) {
      Node name = names.next();
      if (name.getURI().contains("/graph/article-")) {
        articles.put(name, data.getGraph(name));
      }
    }
    Across.undo(data, new HashSet<>(articles.values()));
    Varied varied = new Varied(reference);
    DatasetBuilder builder =
        new DatasetBuilder(Project.TOOL, data.getGraph(Terms.graph("ontology")), reference);
    builder.date(LocalDate.parse(small.manifest().date()));
    for (int copy = 0; copy < Integer.parseInt(args[2]); copy++) {
      for (Map.Entry<Node, Graph> article : articles.entrySet()) {
        builder.add(
            varied.renamed(article.getKey(), copy), varied.copy(article.getValue(), copy));
      }
    }
    DatasetGraph large = builder.build();
    Across.add(large, AcrossRules.load(project.across()));
    Closure closure = Closure.of(RdfFiles.union(large));
    Snapshot out =
        Snapshots.at(Path.of(args[1]))
            .publish(
                new SnapshotContent(
                    large,
                    closure.inferred(),
                    small.manifest().base(),
                    small.manifest().tool(),
                    small.manifest().date(),
                    List.of(),
                    List.of(),
                    List.of(),
                    0,
                    List.of()));
    System.out.println(out.manifest().counts() + " in " + args[1]);
  }

  private Graph copy(Graph article, int copy) {
    Graph out = GraphFactory.createDefaultGraph();
    article
        .find()
        .forEach(
            t ->
                out.add(
                    renamed(t.getSubject(), copy), t.getPredicate(), renamed(t.getObject(), copy)));
    return out;
  }

  private Node renamed(Node node, int copy) {
    if (!node.isURI() || copy == 0) {
      return node;
    }
    List<Node> kind = kindOf.get(node);
    if (kind != null) {
      return copy % KEPT == 0
          ? node
          : kind.get(Math.floorMod(kind.indexOf(node) + copy * STRIDE, kind.size()));
    }
    Matcher ours = OURS.matcher(node.getURI());
    return ours.find()
        ? NodeFactory.createURI(ours.replaceFirst(Matcher.quoteReplacement(ours.group() + "-" + copy)))
        : node;
  }
}
