package org.w3id.chokepoint.browse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3id.chokepoint.serve.Limits;
import org.w3id.chokepoint.serve.QueryRunner;
import org.w3id.chokepoint.serve.QueryRunner.Result;
import org.w3id.chokepoint.serve.Question;
import org.w3id.chokepoint.serve.Reply;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Prefixes;

/** A SPARQL query and its result as a table. */
final class QueryPage {
  private static final int ROWS = 1000;

  private final Templates templates;
  private final QueryRunner runner;
  private final List<Example> examples;

  QueryPage(Templates templates, Limits limits, List<StoredQuery> questions) {
    this.templates = templates;
    this.runner = new QueryRunner(limits);
    this.examples =
        questions.stream().map(q -> new Example(q.question(), address(q.sparql()))).toList();
  }

  /** A question that people may ask, and the query that answers it. */
  record Example(String question, String address) {}

  /** Where the result of a query is shown. */
  static String address(String query) {
    return "/query?query=" + Scene.encode(query);
  }

  Reply answer(Question question) {
    String query = question.parameter("query").orElse("");
    boolean asserted = question.parameter("dataset").filter("asserted"::equals).isPresent();
    Map<String, Object> values = new HashMap<>();
    values.put("query", query.isEmpty() ? Templates.file("start.rq") : query);
    values.put("asserted", asserted);
    values.put("examples", examples);
    values.put(
        "download",
        (asserted ? "/chokepoint-asserted" : "") + "/sparql?query=" + Scene.encode(query));
    values.put("state", "empty");
    values.put("prefixes", Prefixes.all());
    if (query.isEmpty()) {
      return templates.page("query", values);
    }
    Served served = question.served();
    Result result = runner.run(query, asserted ? served.asserted() : served.all(), ROWS);
    if (result instanceof Result.Refused(var problem)) {
      return new Reply.Failure(problem);
    }
    values.putAll(Answer.of(result, Scene.of(served)).values());
    values.putAll(View.of(result, "", Scene.of(served)).values());
    return templates.page("query", values);
  }
}
