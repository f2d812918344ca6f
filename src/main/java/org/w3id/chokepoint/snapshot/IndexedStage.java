package org.w3id.chokepoint.snapshot;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterNullIterator;
import org.apache.jena.sparql.engine.iterator.QueryIterPeek;
import org.apache.jena.sparql.engine.main.StageGenerator;
import org.apache.jena.sparql.graph.GraphReadOnly;

/**
 * Answers a basic graph pattern (SPARQL 1.1, 18.3) over an indexed graph with the numbers of its
 * terms, in an order that follows how many triples each part has; other graphs are left to another
 * generator.
 */
public final class IndexedStage implements StageGenerator {
  private final StageGenerator others;

  /**
   * A generator for all graphs.
   *
   * @param others for graphs that are not indexed, and for patterns with variables in triple terms
   */
  public IndexedStage(StageGenerator others) {
    this.others = others;
  }

  @Override
  public QueryIterator execute(
      BasicPattern pattern, QueryIterator input, ExecutionContext execution) {
    Graph graph = execution.getActiveGraph();
    if (graph instanceof GraphReadOnly readOnly) {
      graph = readOnly.getWrapped();
    }
    if (!(graph instanceof IndexedGraph indexed)
        || pattern.isEmpty()
        || !pattern.getList().stream().allMatch(IndexedStage::plain)) {
      return others.execute(pattern, input, execution);
    }
    QueryIterPeek rows = QueryIterPeek.create(input, execution);
    return rows.hasNext()
        ? IndexedPlan.of(pattern.getList(), rows.peek()::contains, indexed)
            .<QueryIterator>map(plan -> new IndexedRows(indexed, plan, rows, execution))
            .orElseGet(() -> none(rows, execution))
        : rows;
  }

  private static QueryIterator none(QueryIterator rows, ExecutionContext execution) {
    rows.close();
    return QueryIterNullIterator.create(execution);
  }

  private static boolean plain(Triple triple) {
    return Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
        .allMatch(node -> node.isConcrete() || node.isVariable());
  }
}
