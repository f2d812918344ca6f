package org.w3id.chokepoint.snapshot;

import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.core.Quad;

/**
 * What a snapshot has in common with the one before, so that it need not be written anew.
 *
 * @param graphs names of graphs that are in both with the same triples, but for those of {@code
 *     gone} and {@code come}; there are no blank nodes in them
 * @param gone quads of these graphs that only the one before has
 * @param come quads of these graphs that it has not
 */
public record Kept(Snapshot before, Set<String> graphs, List<Quad> gone, List<Quad> come) {
  public Kept {
    graphs = Set.copyOf(graphs);
    gone = List.copyOf(gone);
    come = List.copyOf(come);
  }
}
