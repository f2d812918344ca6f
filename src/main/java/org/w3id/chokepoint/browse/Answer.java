package org.w3id.chokepoint.browse;

import java.io.StringWriter;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.chokepoint.serve.QueryRunner.Result;
import org.w3id.chokepoint.snapshot.Prefixes;

/**
 * The result of a query as a page shows it.
 *
 * @param state "rows" or "text"
 * @param most the largest count in a row, for bars; 0 where there is none
 * @param more whether there are further rows
 */
record Answer(
    String state,
    List<String> variables,
    List<List<Cell>> rows,
    boolean more,
    int most,
    String text) {

  /**
   * A value in a table.
   *
   * @param count the number it is, where it belongs to the column that is drawn as bars; else -1
   */
  record Cell(Link link, int count) {}

  static Answer of(Result result, Scene scene) {
    return switch (result) {
      case Result.Rows(List<String> variables, List<Binding> rows, boolean more) ->
          table(variables, rows, more, scene);
      case Result.Truth(boolean truth) -> text(truth ? "yes" : "no");
      case Result.Triples(var graph) -> {
        StringWriter out = new StringWriter();
        graph.getPrefixMapping().setNsPrefixes(Prefixes.of(graph));
        RDFWriter.source(graph).format(RDFFormat.TURTLE_PRETTY).build().output(out);
        yield text(out.toString());
      }
      case Result.Refused ignored -> throw new IllegalStateException("handled before");
    };
  }

  /** For a template. */
  Map<String, Object> values() {
    return Map.of(
        "state",
        state,
        "variables",
        variables,
        "rows",
        rows,
        "more",
        more,
        "most",
        most,
        "text",
        text);
  }

  private static Answer text(String text) {
    return new Answer("text", List.of(), List.of(), false, 0, text);
  }

  private static Answer table(
      List<String> variables, List<Binding> rows, boolean more, Scene scene) {
    int[] most = new int[variables.size()];
    for (int at = 0; at < most.length; at++) {
      int column = at;
      IntSummaryStatistics counts =
          rows.stream().mapToInt(row -> count(row, variables, column)).summaryStatistics();
      // A column of equal numbers needs no bars.
      most[at] = counts.getMin() >= 0 && counts.getMin() < counts.getMax() ? counts.getMax() : 0;
    }
    int bars =
        IntStream.range(0, most.length)
            .boxed()
            .max(Comparator.comparing(at -> most[at]))
            .filter(at -> most[at] > 0)
            .orElse(-1);
    return new Answer(
        "rows",
        variables,
        rows.stream()
            .map(
                row ->
                    IntStream.range(0, variables.size())
                        .mapToObj(at -> cell(row, variables, at, at == bars, scene))
                        .toList())
            .toList(),
        more,
        bars < 0 ? 0 : most[bars],
        "");
  }

  private static Cell cell(Binding row, List<String> variables, int at, boolean bar, Scene scene) {
    return new Cell(
        value(row, variables, at).map(scene::told).orElse(new Link("", "", "")),
        bar ? count(row, variables, at) : -1);
  }

  private static Optional<Node> value(Binding row, List<String> variables, int at) {
    return Optional.ofNullable(row.get(Var.alloc(variables.get(at))));
  }

  /** The whole number in a cell; -1 where it holds something else. */
  private static int count(Binding row, List<String> variables, int at) {
    return value(row, variables, at)
        .filter(node -> node.isLiteral() && node.getLiteralDatatypeURI().endsWith("#integer"))
        .map(Node::getLiteralLexicalForm)
        .filter(text -> text.matches("[0-9]{1,9}"))
        .map(Integer::parseInt)
        .orElse(-1);
  }
}
