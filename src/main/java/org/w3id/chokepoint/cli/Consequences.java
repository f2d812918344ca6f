package org.w3id.chokepoint.cli;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.reason.Contradiction;
import org.w3id.chokepoint.snapshot.CompactGraph;
import org.w3id.chokepoint.snapshot.Records;

/** What follows from a dataset; the closure itself, with all that it follows from, is let go. */
record Consequences(Graph inferred, List<Contradiction> contradictions) {
  static Consequences of(DatasetGraph data) {
    Closure closure = Closure.of(Records.leftOut(data));
    return new Consequences(CompactGraph.of(closure.inferred()), closure.contradictions());
  }
}
