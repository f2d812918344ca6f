package org.w3id.chokepoint.serve;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.Optional;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.ServletOps;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Prologue;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.QueryExecResult;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.exec.RowSetStream;
import org.apache.jena.web.HttpSC;

/**
 * SPARQL queries behind the guard. Results are complete before the first byte is sent: a query that
 * runs out of time or rows is an error, never half an answer with status 200.
 */
final class GuardedQuery extends SPARQL_QueryDataset {
  private final QueryGuard guard;
  private final int rows;

  GuardedQuery(Limits limits) {
    guard = new QueryGuard(limits);
    rows = limits.of(Limit.ROWS);
  }

  @Override
  protected void execute(String query, HttpAction action) {
    AccessStep.asks(action.getRequest(), query);
    refuse(guard.refuseText(query));
    try {
      super.execute(query, action);
    } catch (StackOverflowError e) {
      ServletOps.errorBadRequest("The query nests too deep.");
    } catch (TooMuch e) {
      ServletOps.error(HttpSC.UNPROCESSABLE_ENTITY_422, String.valueOf(e.getMessage()));
    }
  }

  @Override
  protected void validateQuery(HttpAction action, Query query) {
    refuse(guard.refuse(query, action.getDataset()));
  }

  private static void refuse(Optional<String> reason) {
    reason.ifPresent(text -> ServletOps.error(HttpSC.BAD_REQUEST_400, text));
  }

  @Override
  protected QueryExecResult executeQuery(
      HttpAction action, QueryExec execution, Query query, String log) {
    if (query.isConstructType()) {
      return new QueryExecResult(complete(execution, query));
    }
    QueryExecResult result = super.executeQuery(action, execution, query, log);
    return result.isRowSet() ? new QueryExecResult(complete(result.rowSet())) : result;
  }

  @Override
  protected void sendResults(HttpAction action, QueryExecResult result, Prologue query) {
    boolean rows = result.isRowSet() || result.isBoolean();
    ServiceRequest.choose(action.getRequest(), rows ? ServiceRequest.ROWS : ServiceRequest.GRAPHS);
    super.sendResults(action, result, query);
  }

  /** A template of a thousand triples makes a thousand of each row, so triples are counted. */
  private DatasetGraph complete(QueryExec execution, Query query) {
    DatasetGraph made = DatasetGraphFactory.create();
    made.prefixes().putAll(query.getPrefixMapping());
    int count = 0;
    for (Iterator<Quad> rest = execution.constructQuads(); rest.hasNext(); count++) {
      if (count == rows) {
        throw new TooMuch("More than " + rows + " triples would be made; add LIMIT.");
      }
      made.add(rest.next());
    }
    return made;
  }

  private RowSet complete(RowSet stream) {
    ArrayList<Binding> all = new ArrayList<>();
    for (Iterator<Binding> rest = stream; rest.hasNext(); ) {
      if (all.size() == rows) {
        ServletOps.error(
            HttpSC.UNPROCESSABLE_ENTITY_422,
            "The result has more than " + rows + " rows; add LIMIT or narrow the pattern.");
      }
      all.add(rest.next());
    }
    return RowSetStream.create(stream.getResultVars(), all.iterator());
  }
}
