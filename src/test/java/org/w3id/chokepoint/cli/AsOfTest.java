package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What was known on three days from the invented articles of until then: every fact, every state
 * with its interval, every contradiction, and whom the Entity List reached. {@code as-of-DAY.txt}
 * beside the articles says it all.
 */
class AsOfTest {
  private static final Path CORPUS =
      Path.of("src/test/resources/org/w3id/chokepoint/across/corpus.jsonl");
  private static final Map<String, String> QUESTIONS =
      new TreeMap<>(
          Map.of(
              "1 facts",
              "SELECT ?s ?p ?o { GRAPH <https://w3id.org/chokepoint/id/graph/facts> { ?s ?p ?o } }",
              "2 held on the day",
              "58-as-of",
              "3 states",
              "59-states",
              "4 contested",
              "57-contested",
              "5 corroborated",
              "56-corroborated",
              "6 reached by the Entity List",
              "60-exposure-steps",
              "7 the same occurrence",
              "62-same-occurrence"));

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"2020-12-31", "2022-12-31", "2024-12-31"})
  void knownOn(String day) throws IOException {
    List<String> until =
        Files.readAllLines(CORPUS).stream()
            .filter(l -> l.replaceFirst(".*\"date\": \"([^\"]+)\".*", "$1").compareTo(day) <= 0)
            .toList();
    Path articles = Files.write(folder.resolve("articles.jsonl"), until);
    Path out = folder.resolve("out");
    Shell shell = Shell.run("convert", "--out", out.toString(), "--date", day, articles.toString());
    assertEquals(Exit.DONE, shell.code(), shell.err());
    StringBuilder all = new StringBuilder();
    for (Map.Entry<String, String> question : QUESTIONS.entrySet()) {
      all.append("# ").append(question.getKey().substring(2)).append('\n');
      all.append(answer(question.getValue(), day, out)).append('\n');
    }
    Regenerate.check(CORPUS.resolveSibling("as-of-" + day + ".txt"), all.toString());
  }

  private static String answer(String question, String day, Path out) throws IOException {
    String query =
        question.startsWith("SELECT")
            ? question
            : Files.readString(Path.of("ontology/queries", question + ".rq"))
                .replace("2023-06-01", day);
    Shell shell = Shell.run("query", query, "--data", out.toString(), "--format", "csv");
    assertEquals(Exit.DONE, shell.code(), shell.err());
    return shell
        .out()
        .lines()
        .skip(1)
        .map(row -> row.replaceAll("https://w3id.org/chokepoint/(id/\\w+/|ontology#)", ""))
        .sorted()
        .collect(Collectors.joining("\n", "", "\n"));
  }
}
