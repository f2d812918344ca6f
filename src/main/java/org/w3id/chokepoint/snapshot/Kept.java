package org.w3id.chokepoint.snapshot;

import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * What a snapshot has in common with the one before, so that it need not be written anew.
 *
 * @param graphs names of graphs that are in both with the same triples, but for those of {@link
 *     #STATUS}; there are no blank nodes in them
 */
public record Kept(Snapshot before, Set<String> graphs) {
  /** What other articles may change: triples with this predicate are written anew. */
  static final Node STATUS = Terms.cp("claimStatus");

  public Kept {
    graphs = Set.copyOf(graphs);
  }
}
