package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.reason.Closure;

/** The questions of {@code ontology/queries} on the seed, without and with inference. */
class CompetencyTest {
  private static final Path QUERIES = Path.of("ontology/queries");
  private static final int ROWS_SHOWN = 12;

  /**
   * The least rows, plain and inferred, that the seed article gives; the second with a later one.
   */
  private static final Map<String, int[]> LEAST =
      Map.ofEntries(
          Map.entry("01", new int[] {1, 2}),
          Map.entry("02", new int[] {0, 1}),
          Map.entry("04", new int[] {0, 2}),
          Map.entry("06", new int[] {1, 2}),
          Map.entry("08", new int[] {0, 1}),
          Map.entry("11", new int[] {0, 3}),
          Map.entry("12", new int[] {0, 2}),
          Map.entry("13", new int[] {0, 1}),
          Map.entry("14", new int[] {0, 2}),
          Map.entry("16", new int[] {0, 0}),
          Map.entry("19", new int[] {1, 1}),
          Map.entry("22", new int[] {2, 2}),
          Map.entry("23", new int[] {0, 2}),
          Map.entry("24", new int[] {2, 2}),
          Map.entry("26", new int[] {1, 1}),
          Map.entry("27", new int[] {3, 3}),
          Map.entry("28", new int[] {2, 2}),
          Map.entry("29", new int[] {1, 1}),
          Map.entry("30", new int[] {0, 0}),
          Map.entry("31", new int[] {16, 16}),
          Map.entry("33", new int[] {0, 6}),
          Map.entry("36", new int[] {9, 13}),
          Map.entry("38", new int[] {4, 4}));

  @Test
  void eachQuestionHasItsExpectedAnswer() throws IOException {
    Graph plain = RdfFiles.union(Seeds.snapshot().readAsserted());
    Graph inferred = both(plain, Seeds.snapshot().readInferred());
    StringBuilder text =
        new StringBuilder(
            "# Answers on the seed snapshot: rows without and with inference, then the first rows with.\n");
    for (Path query : queries()) {
      List<String> with = rows(query, inferred);
      text.append("\n")
          .append(query.getFileName())
          .append(": ")
          .append(rows(query, plain).size())
          .append(" -> ")
          .append(with.size())
          .append('\n');
      with.stream().limit(ROWS_SHOWN).forEach(r -> text.append("  ").append(r).append('\n'));
    }
    Regenerate.check(QUERIES.resolve("expected.txt"), text.toString());
  }

  @Test
  void theSeedAnswersAsManyRowsAsByHand() throws IOException {
    Graph plain = RdfFiles.union(Seeds.snapshot().readAsserted());
    Graph later = both(plain, GraphFactory.createDefaultGraph());
    later.add(
        Triple.create(
            id("tech/deepseek-models"),
            NodeFactory.createURI("https://w3id.org/chokepoint/ontology#runsOn"),
            id("tech/ascend-910c")));
    Graph inferred = both(later, Closure.of(later).inferred());
    Map<String, String> tooFew = new TreeMap<>();
    for (Path query : queries()) {
      int[] least = LEAST.get(query.getFileName().toString().substring(0, 2));
      if (least != null) {
        int p = rows(query, plain).size();
        int i = rows(query, inferred).size();
        if (p < least[0] || i < least[1]) {
          tooFew.put(
              query.getFileName().toString(),
              p + " -> " + i + ", wanted " + least[0] + " -> " + least[1]);
        }
      }
    }
    assertTrue(tooFew.isEmpty(), tooFew.toString());
  }

  static List<Path> queries() throws IOException {
    try (Stream<Path> files = Files.list(QUERIES)) {
      return files.filter(f -> f.toString().endsWith(".rq")).sorted().toList();
    }
  }

  /** The rows of an answer as sorted lines of short names. */
  static List<String> rows(Path query, Graph data) throws IOException {
    DatasetGraph dataset = DatasetGraphFactory.wrap(data);
    try (QueryExecution run =
        QueryExecutionFactory.create(Files.readString(query), DatasetFactory.wrap(dataset))) {
      ResultSet results = run.execSelect();
      List<String> out = new ArrayList<>();
      while (results.hasNext()) {
        QuerySolution row = results.next();
        out.add(
            String.join(
                " | ",
                results.getResultVars().stream()
                    .map(v -> row.get(v) == null ? "" : local(row.get(v).toString()))
                    .toList()));
      }
      return out.stream().sorted().toList();
    }
  }

  private static String local(String term) {
    return term.startsWith("http") && !term.contains("^^")
        ? term.replaceAll("^.*/", "")
        : term.replace('\n', ' ');
  }

  private static Graph both(Graph a, Graph b) {
    Graph out = GraphFactory.createDefaultGraph();
    a.find().forEach(out::add);
    b.find().forEach(out::add);
    return out;
  }

  private static org.apache.jena.graph.Node id(String local) {
    return NodeFactory.createURI("https://w3id.org/chokepoint/id/" + local);
  }
}
