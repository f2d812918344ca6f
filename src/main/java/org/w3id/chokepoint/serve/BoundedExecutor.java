package org.w3id.chokepoint.serve;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpLeftJoin;
import org.apache.jena.sparql.algebra.op.OpMinus;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIteratorWrapper;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.tdb2.solver.OpExecutorTDB2;

/**
 * Evaluates as ARQ does, on a database as TDB2 does, and counts the rows that an operation has to
 * hold in memory.
 */
final class BoundedExecutor extends OpExecutorTDB2 {
  private final int rows;
  private final Set<Op> held = Collections.newSetFromMap(new IdentityHashMap<>());

  BoundedExecutor(ExecutionContext context, int rows) {
    super(context);
    this.rows = rows;
  }

  @Override
  protected QueryIterator exec(Op op, QueryIterator input) {
    held.addAll(holds(op));
    QueryIterator found = super.exec(op, input);
    return held.contains(op) ? new Counted(found, rows) : found;
  }

  /**
   * The operations whose rows are kept: all to be sorted, each different one, both to be joined.
   */
  private static List<Op> holds(Op op) {
    return switch (op) {
      case OpOrder order -> List.of(order.getSubOp());
      case OpDistinct distinct -> List.of(distinct);
      case OpGroup group -> counts(group) ? List.of() : List.of(group.getSubOp());
      case OpJoin join -> List.of(join.getLeft(), join.getRight());
      case OpLeftJoin join -> List.of(join.getRight());
      case OpMinus minus -> List.of(minus.getRight());
      default -> List.of();
    };
  }

  /** COUNT(*) without GROUP BY keeps a number only. */
  private static boolean counts(OpGroup group) {
    return group.getGroupVars().isEmpty()
        && group.getAggregators().stream().allMatch(a -> a.getAggregator() instanceof AggCount);
  }

  private static final class Counted extends QueryIteratorWrapper {
    private final int rows;
    private int seen;

    Counted(QueryIterator found, int rows) {
      super(found);
      this.rows = rows;
    }

    @Override
    protected Binding moveToNextBinding() {
      if (++seen > rows) {
        throw new TooMuch(
            "More than "
                + rows
                + " rows would have to be sorted, grouped or joined; narrow the pattern.");
      }
      return super.moveToNextBinding();
    }
  }
}
