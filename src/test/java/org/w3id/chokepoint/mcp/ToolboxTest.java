package org.w3id.chokepoint.mcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.serve.Limit;
import org.w3id.chokepoint.serve.Limits;
import org.w3id.chokepoint.serve.Prover;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.snapshot.Terms;

/** The tools on a small invented world, for what the seeds do not have: dates and conflicts. */
class ToolboxTest {
  private static final Toolbox TOOLS = new Toolbox(Limits.standard());

  @TempDir Path root;

  private List<?> rows(String tool, Map<String, Object> arguments) {
    DatasetGraph data = Sample.asserted();
    data.add(
        NodeFactory.createURI(Terms.BASE + "id/graph/article-moon-1"),
        NodeFactory.createURI(Terms.BASE + "id/claim/000000000001"),
        Terms.cp("conflictsWith"),
        NodeFactory.createURI(Terms.BASE + "id/claim/000000000002"));
    Served served =
        Served.of(Snapshots.at(root).publish(Sample.content(data)), Prover.ASSERTED_ONLY);
    Tool found =
        TOOLS.tools().stream().filter(t -> t.name().equals(tool)).findFirst().orElseThrow();
    return switch (TOOLS.call(found, arguments, served)) {
      case Toolbox.Outcome.Answer(var content) -> (List<?>) content.getOrDefault("rows", List.of());
      case Toolbox.Outcome.Refusal(String reason) -> throw new AssertionError(reason);
    };
  }

  @Test
  void rowsBeyondTheLengthOfAnAnswerAreCutOffAndTheAnswerAndTheToolSaySo() {
    Toolbox tight = new Toolbox(Limits.standard().with(Limit.ANSWER, 2000));
    Tool tool =
        tight.tools().stream()
            .filter(t -> t.name().equals("sparql_query"))
            .findFirst()
            .orElseThrow();
    assertTrue(tool.description().contains("2000 characters"), tool.description());
    Served served = Served.of(Snapshots.at(root).publish(Sample.content()), Prover.ASSERTED_ONLY);
    Map<String, Object> call = Map.of("query", "SELECT * { ?s ?p ?o }", "limit", 500);
    if (tight.call(tool, call, served) instanceof Toolbox.Outcome.Answer(var content)) {
      int rows = ((List<?>) content.getOrDefault("rows", List.of())).size();
      assertTrue(rows > 0 && rows < 40, content.toString());
      assertEquals(true, content.get("truncated"));
      assertTrue(String.valueOf(content.get("note")).contains("more than these " + rows + " rows"));
    } else {
      throw new AssertionError("refused");
    }
  }

  @Test
  void asOfGivesWhatWasPublishedByThatDay() {
    assertEquals(3, rows("as_of", Map.of("date", "2031-05-06")).size());
    assertEquals(0, rows("as_of", Map.of("date", "2031-05-05")).size());
    assertEquals(1, rows("as_of", Map.of("date", "2031-06-01", "entity", "place:maridia")).size());
  }

  @Test
  void contradictionsShowBothSentences() {
    List<?> rows = rows("contradictions", Map.of());
    assertEquals(1, rows.size());
    assertTrue(rows.toString().contains("makes the Selene chip"), rows.toString());
    assertTrue(rows.toString().contains("reportedly runs on"), rows.toString());
    assertEquals(0, rows("contradictions", Map.of("entity", "place:maridia")).size());
  }

  @Test
  void searchPutsTheExactNameFirstAndFindsOtherNames() {
    assertTrue(
        rows("search_entities", Map.of("text", "selene"))
            .get(0)
            .toString()
            .contains("tech/selene"));
    assertTrue(rows("search_entities", Map.of("text", "月")).toString().contains("lunar-devices"));
    assertEquals(0, rows("search_entities", Map.of("text", "lunar", "class", "cp:Chip")).size());
  }

  @Test
  void entityFactsCarryTheirEvidenceOrTheirProof() {
    String rows = rows("get_entity", Map.of("entity", "tech:selene")).toString();
    assertTrue(rows.contains("Lunar Devices makes the Selene chip."), rows);
    assertTrue(rows.contains("basis=inferred"), rows);
    assertTrue(rows.contains("explain=https://w3id.org/chokepoint/explain?s="), rows);
  }
}
