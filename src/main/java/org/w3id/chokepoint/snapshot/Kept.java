package org.w3id.chokepoint.snapshot;

import java.util.Set;

/**
 * What a snapshot has in common with the one before, so that it need not be written anew.
 *
 * @param graphs names of graphs that are in both with the same triples, none of them blank nodes
 */
public record Kept(Snapshot before, Set<String> graphs) {
  public Kept {
    graphs = Set.copyOf(graphs);
  }
}
