package org.w3id.chokepoint.browse;

import java.io.StringWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
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

  QueryPage(Templates templates, Limits limits) {
    this.templates = templates;
    this.runner = new QueryRunner(limits);
  }

  /** A question that people may ask, and the query that answers it. */
  record Example(String question, String address) {}

  /** Where the result of a query is shown. */
  static String address(String query) {
    return "/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  /** The example files: first line the question, then the query. */
  static List<Example> examples() {
    return List.of("restricted.rq", "alternatives.rq", "held.rq").stream()
        .map(QueryPage::example)
        .toList();
  }

  private static Example example(String file) {
    String text = Templates.file(file);
    int line = text.indexOf('\n');
    return new Example(text.substring(1, line).strip(), address(text.substring(line + 1)));
  }

  Reply answer(Question question) {
    String query = question.parameter("query").orElse("");
    boolean asserted = question.parameter("dataset").filter("asserted"::equals).isPresent();
    Map<String, Object> values = new HashMap<>();
    values.put("query", query.isEmpty() ? Templates.file("start.rq") : query);
    values.put("asserted", asserted);
    values.put("examples", examples());
    values.put("download", "/sparql?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    values.put("variables", List.of());
    values.put("rows", List.of());
    values.put("text", "");
    values.put("more", false);
    values.put("state", "empty");
    if (query.isEmpty()) {
      return templates.page("query", values);
    }
    Served served = question.served();
    Result result = runner.run(query, asserted ? served.asserted() : served.all(), ROWS);
    if (result instanceof Result.Refused(var problem)) {
      return new Reply.Failure(problem);
    }
    show(result, Scene.of(served), values);
    return templates.page("query", values);
  }

  private static void show(Result result, Scene scene, Map<String, Object> values) {
    switch (result) {
      case Result.Rows(List<String> variables, List<Binding> rows, boolean more) -> {
        values.put("state", "rows");
        values.put("variables", variables);
        values.put("more", more);
        values.put("rows", rows.stream().map(row -> cells(row, variables, scene)).toList());
      }
      case Result.Truth(boolean truth) -> {
        values.put("state", "text");
        values.put("text", truth ? "yes" : "no");
      }
      case Result.Triples(var graph) -> {
        StringWriter out = new StringWriter();
        graph.getPrefixMapping().setNsPrefixes(Prefixes.of(graph));
        RDFWriter.source(graph).format(RDFFormat.TURTLE_PRETTY).build().output(out);
        values.put("state", "text");
        values.put("text", out.toString());
      }
      case Result.Refused ignored -> throw new IllegalStateException("handled before");
    }
  }

  private static List<Link> cells(Binding row, List<String> variables, Scene scene) {
    return variables.stream()
        .map(name -> Optional.ofNullable(row.get(Var.alloc(name))))
        .map(node -> node.map(scene::link).orElse(new Link("", "", "")))
        .toList();
  }
}
