package org.w3id.chokepoint.snapshot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * What a snapshot has in common with the one before, so that it need not be written anew.
 *
 * @param graphs names of graphs that are in both with the same triples, but for those of {@code
 *     gone} and {@code come}; there are no blank nodes in them
 * @param gone quads of these graphs that only the one before has
 * @param come quads of these graphs that it has not
 * @param inferred IRIs of which the same follows as before, and is not given again
 * @param counts what of the content is counted besides what is given
 */
public record Kept(
    Snapshot before,
    Set<String> graphs,
    List<Quad> gone,
    List<Quad> come,
    Predicate<String> inferred,
    Map<String, Long> counts) {
  public Kept {
    graphs = Set.copyOf(graphs);
    gone = List.copyOf(gone);
    come = List.copyOf(come);
    counts = Map.copyOf(counts);
  }

  /**
   * As above.
   *
   * @param part of the one before, in whose place the content stands
   */
  public static Kept of(
      Snapshot before,
      Set<String> graphs,
      List<Quad> gone,
      List<Quad> come,
      Predicate<Node> inferred,
      DatasetGraph part) {
    Map<String, Long> counts = new HashMap<>();
    SnapshotWriter.instances(part)
        .forEach(
            (what, number) ->
                counts.put(what, before.manifest().counts().getOrDefault(what, 0L) - number));
    return new Kept(
        before,
        graphs,
        gone,
        come,
        subject -> inferred.test(NodeFactory.createURI(subject)),
        counts);
  }
}
