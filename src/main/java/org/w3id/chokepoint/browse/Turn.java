package org.w3id.chokepoint.browse;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.w3id.chokepoint.serve.ChangesDocument;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.ChangeLog;
import org.w3id.chokepoint.snapshot.ChangeSet;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * From one snapshot to the next, as graphs that can be asked about one thing.
 *
 * @param before name of the older one
 * @param date day of its run; "" where it has none
 * @param after name of the newer one
 */
record Turn(String before, String date, String after, Side added, Side dropped) {
  /**
   * Triples that only one of the two snapshots has.
   *
   * @param all in whatever graph
   * @param facts in the graph of facts
   * @param inferred in the graph of inferences
   */
  record Side(Graph all, Graph facts, Graph inferred) {}

  /** The turns that led to the served snapshot, the newest first. */
  static List<Turn> of(Served served) {
    return ChangesDocument.history(served).stream().map(step -> of(step, served.base())).toList();
  }

  private static Turn of(ChangeLog.Step step, String base) {
    ChangeSet change = step.change();
    return new Turn(
        change.before(),
        step.dateBefore(),
        change.after(),
        side(change.added(), base),
        side(change.deleted(), base));
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
