package org.w3id.chokepoint.serve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecBuilder;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.w3id.chokepoint.snapshot.Prefixes;

/** Runs a query for a page, behind the same guard and time limit as the SPARQL endpoint. */
public final class QueryRunner {
  private final QueryGuard guard;
  private final Limits limits;

  /** A runner with the given bounds. */
  public QueryRunner(Limits limits) {
    this.guard = new QueryGuard(limits);
    this.limits = limits;
  }

  /** What a query gave. */
  public sealed interface Result {
    /**
     * Rows of a SELECT.
     *
     * @param more whether there are further rows than the caller wanted or the bound on answers
     *     allows
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
    BoundedEngine.use(context, limits);
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
        return read(names, rows, most);
      } else if (query.isAskType()) {
        return new Result.Truth(execution.ask());
      } else if (query.isConstructType()) {
        return triples(execution.constructTriples());
      } else if (query.isDescribeType()) {
        return triples(execution.describeTriples());
      }
      return refused(400, "Use SELECT, ASK, CONSTRUCT or DESCRIBE.");
    }
  }

  /** Rows as long as they are wanted and the answer does not grow too long. */
  private Result read(List<String> names, RowSet rows, int most) {
    List<Binding> read = new ArrayList<>();
    long length = 0;
    while (rows.hasNext() && read.size() < most) {
      Binding row = rows.next();
      length += length(row);
      if (length > limits.of(Limit.ANSWER)) {
        return new Result.Rows(names, read, true);
      }
      read.add(row);
    }
    return new Result.Rows(names, read, rows.hasNext());
  }

  private static long length(Binding row) {
    long length = 0;
    for (Iterator<Var> variables = row.vars(); variables.hasNext(); ) {
      length += row.get(variables.next()).toString().length();
    }
    return length;
  }

  private Result triples(Iterator<Triple> made) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    int most = limits.of(Limit.ROWS);
    for (int count = 0; made.hasNext(); count++) {
      if (count == most) {
        throw new TooMuch("More than " + most + " triples would be made; add LIMIT.");
      }
      graph.add(made.next());
    }
    return new Result.Triples(graph);
  }

  private static Result refused(int status, String detail) {
    return new Result.Refused(Problem.of(status, detail));
  }
}
