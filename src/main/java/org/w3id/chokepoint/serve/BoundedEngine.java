package org.w3id.chokepoint.serve;

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
import org.apache.jena.sparql.util.Context;

/** ARQ, with a budget for each query. */
final class BoundedEngine extends QueryEngineMain {
  private BoundedEngine(Query query, DatasetGraph data, Binding input, Context context) {
    super(query, data, input, context);
  }

  private BoundedEngine(Op op, DatasetGraph data, Binding input, Context context) {
    super(op, data, input, context);
  }

  /**
   * Has queries in this context run within bounds.
   *
   * @param rows how many rows may be held at once to sort, group or join them
   */
  static void use(Context context, int rows) {
    QueryEngineRegistry engines = new QueryEngineRegistry();
    engines.add(new Factory());
    QueryEngineRegistry.set(context, engines);
    QC.setFactory(context, execution -> new BoundedExecutor(execution, rows));
  }

  @Override
  protected Op modifyOp(Op op) {
    // Before the optimizer, which evaluates what is constant.
    return super.modifyOp(
        Transformer.transform(new TransformCopy(), new BoundedExpressions(new Budget()), op));
  }

  private static final class Factory implements QueryEngineFactory {
    @Override
    public boolean accept(Query query, DatasetGraph data, Context context) {
      return true;
    }

    @Override
    public Plan create(Query query, DatasetGraph data, Binding input, Context context) {
      return new BoundedEngine(query, data, input, context).getPlan();
    }

    @Override
    public boolean accept(Op op, DatasetGraph data, Context context) {
      return true;
    }

    @Override
    public Plan create(Op op, DatasetGraph data, Binding input, Context context) {
      return new BoundedEngine(op, data, input, context).getPlan();
    }
  }
}
