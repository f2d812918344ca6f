package org.w3id.chokepoint.browse;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.w3id.chokepoint.serve.ChangesDocument;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.ChangeSet;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * From the snapshot before to the one that is served, as graphs that can be asked about one thing.
 *
 * @param before the older one
 */
record Turn(Snapshot before, Side added, Side dropped) {
  /**
   * Triples that only one of the two snapshots has.
   *
   * @param all in whatever graph
   * @param facts in the graph of facts
   * @param inferred in the graph of inferences
   */
  record Side(Graph all, Graph facts, Graph inferred) {}

  /** Empty where the served folder keeps no earlier snapshot. */
  static Optional<Turn> of(Served served) {
    return served
        .snapshot()
        .flatMap(
            now ->
                ChangesDocument.before(now)
                    .map(before -> of(before, ChangeSet.between(before, now), served.base())));
  }

  private static Turn of(Snapshot before, ChangeSet change, String base) {
    return new Turn(before, side(change.added(), base), side(change.deleted(), base));
  }

  private static Side side(List<String> lines, String base) {
    Side side =
        new Side(
            GraphMemFactory.createDefaultGraph(),
            GraphMemFactory.createDefaultGraph(),
            GraphMemFactory.createDefaultGraph());
    StreamRDFBase sort =
        new StreamRDFBase() {
          @Override
          public void quad(Quad quad) {
            String graph = quad.getGraph().getURI();
            side.all().add(quad.asTriple());
            if (graph.equals(base + "id/graph/facts")) {
              side.facts().add(quad.asTriple());
            } else if (graph.equals(base + Terms.INFERRED)) {
              side.inferred().add(quad.asTriple());
            }
          }
        };
    RDFParser.fromString(String.join("\n", lines), Lang.NQUADS).checking(false).parse(sort);
    return side;
  }
}
