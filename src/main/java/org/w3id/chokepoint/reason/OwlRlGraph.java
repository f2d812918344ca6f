package org.w3id.chokepoint.reason;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.BaseInfGraph;
import org.apache.jena.reasoner.Finder;
import org.apache.jena.reasoner.StandardValidityReport;
import org.apache.jena.reasoner.TriplePattern;
import org.apache.jena.reasoner.ValidityReport;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.jspecify.annotations.Nullable;

/**
 * A graph of Jena with its closure. The closure is made on first use and kept up to date when
 * triples are added to or deleted from this graph; after a change of the raw graph itself call
 * {@link #rebind()}.
 */
public final class OwlRlGraph extends BaseInfGraph {
  private final Graph schema;
  private @Nullable Closure closure;

  OwlRlGraph(Graph data, Graph schema, OwlRlReasoner reasoner) {
    super(data, reasoner);
    this.schema = schema;
  }

  /** The closure, with its proofs. */
  public synchronized Closure closure() {
    Closure known = closure;
    if (known == null) {
      known = Closure.of(Entailment.copy(schema, getRawGraph()));
      closure = known;
      setPreparedState(true);
    }
    return known;
  }

  @Override
  public synchronized void prepare() {
    closure();
  }

  @Override
  public synchronized void rebind() {
    closure = null;
    super.rebind();
  }

  @Override
  public synchronized void rebind(Graph data) {
    closure = null;
    super.rebind(data);
  }

  @Override
  public ExtendedIterator<Triple> findWithContinuation(
      TriplePattern pattern, @Nullable Finder continuation) {
    return closure().graph().find(pattern.asTripleMatch());
  }

  @Override
  public Graph getSchemaGraph() {
    return schema;
  }

  @Override
  public Graph getDeductionsGraph() {
    return closure().inferred();
  }

  @Override
  public synchronized void performAdd(Triple triple) {
    getRawGraph().add(triple);
    if (closure != null) {
      closure.add(List.of(triple));
    }
  }

  @Override
  public void performDelete(Triple triple) {
    synchronized (this) {
      getRawGraph().delete(triple);
      if (closure != null && !schema.contains(triple)) {
        closure.delete(List.of(triple));
      }
    }
  }

  @Override
  public ValidityReport validate() {
    StandardValidityReport report = new StandardValidityReport();
    for (Contradiction c : closure().contradictions()) {
      String clash =
          c.premises().stream()
              .map(p -> NodeFmtLib.str(p.triple()))
              .collect(Collectors.joining(" and "));
      report.add(true, c.rule(), "cannot all be true: " + clash);
    }
    return report;
  }
}
