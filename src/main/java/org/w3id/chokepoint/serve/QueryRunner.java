package org.w3id.chokepoint.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.w3id.chokepoint.snapshot.Prefixes;

/** Runs a query for a page, behind the same guard and time limit as the SPARQL endpoint. */
public final class QueryRunner {
  private final QueryGuard guard;
  private final ServeSettings.Limits limits;

  /** A runner with the given bounds. */
  public QueryRunner(ServeSettings.Limits limits) {
    this.guard = new QueryGuard(limits);
    this.limits = limits;
  }

  /** What a query gave. */
  public sealed interface Result {
    /**
     * Rows of a SELECT.
     *
     * @param more whether there are further rows than the caller wanted
     */
    record Rows(List<String> variables, List<Binding> rows, boolean more) implements Result {}

    /** The answer of an ASK. */
    record Truth(boolean value) implements Result {}

    /** The graph of a CONSTRUCT or DESCRIBE. */
    record Triples(Graph graph) implements Result {}

    /** It was not run, or not to the end. */
    record Refused(Problem problem) implements Result {}
  }

  /** Runs {@code text} and reads at most {@code most} rows. */
  public Result run(String text, DatasetGraph data, int most) {
    return run(text, Map.of(), data, most);
  }

  /**
   * Runs {@code text}, in which our own prefixes need no declaration, and reads at most {@code
   * most} rows.
   *
   * @param values what stands in place of variables, by their names
   */
  public Result run(String text, Map<String, Node> values, DatasetGraph data, int most) {
    Optional<String> refusal = guard.refuseText(text);
    if (refusal.isPresent()) {
      return refused(400, refusal.get());
    }
    try {
      Query query = new Query();
      query.getPrefixMapping().setNsPrefixes(Prefixes.all());
      QueryFactory.parse(query, text, "http://server/unset-base/", Syntax.syntaxARQ);
      Optional<String> forbidden = guard.refuse(query, data);
      return forbidden.isPresent() ? refused(400, forbidden.get()) : run(query, values, data, most);
    } catch (QueryCancelledException e) {
      return new Result.Refused(
          Problem.temporary(503, "The query took too long; narrow it or add LIMIT.", 10));
    } catch (TooMuch e) {
      return refused(422, String.valueOf(e.getMessage()));
    } catch (QueryException e) {
      return refused(400, String.valueOf(e.getMessage()));
    } catch (StackOverflowError e) {
      return refused(400, "The query nests too deep.");
    }
  }

  private Result run(Query query, Map<String, Node> values, DatasetGraph data, int most) {
    Context context = ARQ.getContext().copy();
    context.putAll(data.getContext());
    context.set(ARQ.httpServiceAllowed, false);
    Functions.restrict(context);
    BoundedEngine.use(context, limits.rows());
    QueryExecBuilder builder =
        QueryExec.dataset(data)
            .query(query)
            .context(context)
            .timeout(limits.queryTimeout().toMillis(), TimeUnit.MILLISECONDS);
    values.forEach(builder::substitution);
    try (QueryExec execution = builder.build()) {
      if (query.isSelectType()) {
        RowSet rows = execution.select();
        List<String> names = rows.getResultVars().stream().map(v -> v.getVarName()).toList();
        List<Binding> read = new ArrayList<>();
        while (rows.hasNext() && read.size() < most) {
          read.add(rows.next());
        }
        return new Result.Rows(names, read, rows.hasNext());
      } else if (query.isAskType()) {
        return new Result.Truth(execution.ask());
      } else if (query.isConstructType()) {
        return new Result.Triples(execution.construct());
      } else if (query.isDescribeType()) {
        return new Result.Triples(execution.describe());
      }
      return refused(400, "Use SELECT, ASK, CONSTRUCT or DESCRIBE.");
    }
  }

  private static Result refused(int status, String detail) {
    return new Result.Refused(Problem.of(status, detail));
  }
}
