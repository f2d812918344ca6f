package org.w3id.chokepoint.serve;

import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.Plan;
import org.apache.jena.sparql.engine.QueryEngineFactory;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.engine.main.QueryEngineMain;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.tdb2.solver.QueryEngineTDB;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.w3id.chokepoint.snapshot.IndexedStage;

/** ARQ, with a budget for each query. */
final class BoundedEngine extends QueryEngineMain {
  private final Limits limits;

  private BoundedEngine(
      Query query, DatasetGraph data, Binding input, Context context, Limits limits) {
    super(query, data, input, context);
    this.limits = limits;
  }

  private BoundedEngine(Op op, DatasetGraph data, Binding input, Context context, Limits limits) {
    super(op, data, input, context);
    this.limits = limits;
  }

  /** Has queries in this context stop in time, call no one and run within bounds. */
  static void use(Context context, Limits limits) {
    context.set(ARQ.queryTimeout, Long.toString(limits.queryTimeout().toMillis()));
    context.set(ARQ.httpServiceAllowed, false);
    context.setTrue(ARQ.optPathFlattenAlgebra);
    Functions.restrict(context);
    QueryEngineRegistry engines = new QueryEngineRegistry();
    engines.add(new Factory(limits));
    QueryEngineRegistry.set(context, engines);
    StageBuilder.setGenerator(context, new IndexedStage(StageBuilder.getGenerator()));
    QC.setFactory(context, execution -> new BoundedExecutor(execution, limits.of(Limit.ROWS)));
  }

  @Override
  protected Op modifyOp(Op op) {
    // Before the optimizer, which evaluates what is constant.
    return super.modifyOp(bounded(op, limits));
  }

  private static Op bounded(Op op, Limits limits) {
    return Transformer.transform(
        new TransformCopy(), new BoundedExpressions(new Budget(limits)), op);
  }

  /** The same for TDB2, which has indexes to go by. */
  private static final class OnDatabase extends QueryEngineTDB {
    private final Limits limits;

    OnDatabase(Query query, DatasetGraphTDB data, Binding input, Context context, Limits limits) {
      super(query, data, input, context);
      this.limits = limits;
    }

    OnDatabase(Op op, DatasetGraphTDB data, Binding input, Context context, Limits limits) {
      super(op, data, input, context);
      this.limits = limits;
    }

    @Override
    protected Op modifyOp(Op op) {
      return super.modifyOp(bounded(op, limits));
    }
  }

  private record Factory(Limits limits) implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph data, Context context) {
      return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph data, Binding input, Context context) {
      return TDBInternal.isTDB2(data)
          ? new OnDatabase(query, TDBInternal.getDatasetGraphTDB(data), input, context, limits)
              .getPlan()
          : new BoundedEngine(query, data, input, context, limits).getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph data, Context context) {
      return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph data, Binding input, Context context) {
      return TDBInternal.isTDB2(data)
          ? new OnDatabase(op, TDBInternal.getDatasetGraphTDB(data), input, context, limits)
              .getPlan()
          : new BoundedEngine(op, data, input, context, limits).getPlan();
    }
  }
}
