package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each command prints, and how it exits, on the snapshot of the seeds. */
class CommandsTest {
  private static final String CP = "PREFIX cp: <https://w3id.org/chokepoint/ontology#> ";
  private static final String ACTOR = "PREFIX actor: <https://w3id.org/chokepoint/id/actor/> ";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "run", "convert", "serve", "reason", "check", "query", "explain", "export", "import",
        "report", "entails"
      })
  void everyCommandHasAHelpText(String command) {
    Shell shell = Shell.runWithoutParser(command, "--help");
    assertEquals(Exit.DONE, shell.code());
    assertTrue(shell.out().startsWith("Usage: chokepoint " + command + " "), shell.out());
    assertEquals("", shell.err());
    assertEquals(shell.out(), Shell.runWithoutParser("help", command).out());
    assertTrue(Shell.runWithoutParser("--help").out().contains("\n  " + command + " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "convert",
        "convert seeds --threads none",
        "convert seeds --threads 0",
        "convert seeds --base here",
        "convert seeds --date yesterday",
        "run --port 70000",
        "serve --port x",
        "serve --unknown",
        "query",
        "explain actor:huawei",
        "export",
        "export --format docx",
        "check --format docx",
        "reason",
        "entails a.ttl",
        "import",
        "report --xml"
      })
  void wrongUsageIsExplained(String line) {
    Shell shell = Shell.runWithoutParser(line.isEmpty() ? new String[0] : line.split(" "));
    assertEquals(Exit.USAGE, shell.code(), shell.err());
    assertFalse(shell.err().isBlank());
    assertFalse(shell.err().contains("Exception"), shell.err());
    assertEquals("", shell.out());
  }

  @Test
  void aSecondConversionReadsNothing() {
    Shell shell = Shell.runWithoutParser("convert", "seeds", "--out", Seeds.folder().toString());
    assertEquals(Exit.DONE, shell.code(), shell.err());
    assertEquals("Nothing changed: snapshot " + Seeds.snapshot().name() + " stays\n", shell.err());
    assertEquals(Seeds.snapshot().folder() + "\n", shell.out());
    String whole = Path.of("seeds").toAbsolutePath().toString();
    assertEquals(
        shell, Shell.runWithoutParser("convert", whole, "--out", Seeds.folder().toString()));
  }

  @Test
  void queriesSeeInferencesUnlessToldOtherwise() throws IOException {
    String rivals = CP + ACTOR + "ASK { actor:huawei cp:competesWith actor:nvidia }";
    assertEquals("true\n", onSeeds("query", rivals).out());
    assertEquals("false\n", onSeeds("query", "--asserted", rivals).out());
    Path file = folder.resolve("q.rq");
    Files.writeString(file, CP + ACTOR + "SELECT ?c { actor:huawei cp:develops ?c } ORDER BY ?c");
    Shell csv = onSeeds("query", file.toString(), "--format", "csv");
    assertTrue(csv.out().startsWith("c\r\nhttps://w3id.org/chokepoint/id/tech/"), csv.out());
    for (String format : new String[] {"text", "json", "xml", "tsv"}) {
      assertTrue(onSeeds("query", file.toString(), "--format", format).out().contains("ascend"));
    }
    assertTrue(
        onSeeds("query", "DESCRIBE <https://w3id.org/chokepoint/id/actor/huawei>")
            .out()
            .contains("Huawei"));
  }

  @Test
  void anInferredTripleIsExplainedDownToASentence() {
    Shell shell = onSeeds("explain", "actor:huawei", "cp:competesWith", "actor:nvidia");
    assertEquals(Exit.DONE, shell.code(), shell.err());
    assertTrue(shell.out().startsWith("huawei competesWith nvidia  [by prp-spo2]\n"), shell.out());
    assertTrue(shell.out().contains("direct alternatives to processors from U.S.-based Nvidia"));
    assertTrue(shell.out().contains("/id/article/000-b53f7cca5a8d9a5e#char-"), shell.out());
    assertTrue(
        onSeeds("explain", "--json", "actor:huawei", "cp:competesWith", "actor:nvidia")
            .out()
            .startsWith("{"));
  }

  /** The proof that the README shows, a "…" standing for lines left out. */
  @Test
  void theReadmeShowsARealProof() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    int start = readme.indexOf("$ ./chokepoint explain ");
    String[] block = readme.substring(start, readme.indexOf("\n```", start)).split("\n");
    Shell shell = onSeeds("explain", block[0].substring(23).split(" "));
    List<String> real = shell.out().lines().toList();
    int at = 0;
    for (int i = 1; i < block.length; i++) {
      if (!block[i].strip().equals("…")) {
        int found = real.subList(at, real.size()).indexOf(block[i]);
        boolean skips = block[i - 1].strip().equals("…");
        assertTrue(found == 0 || found > 0 && skips, "not in the proof: " + block[i]);
        at += found + 1;
      }
    }
  }

  @Test
  void whatDoesNotHoldIsNotExplained() {
    Shell shell = onSeeds("explain", "actor:nvidia", "cp:designates", "actor:huawei");
    assertEquals(Exit.WITH_COMPLAINTS, shell.code());
    assertTrue(shell.err().startsWith("the triple does not hold"), shell.err());
    assertTrue(shell.out().startsWith("nvidia designates huawei  [does not hold]\n"), shell.out());
  }

  @Test
  void whyNotIsToldWithTheClaimAndTheMissingPremise() {
    Shell held = onSeeds("explain", "actor:huawei", "cp:suppliesTo", "actor:chinese-ai-industry");
    assertEquals(Exit.WITH_COMPLAINTS, held.code());
    assertTrue(held.out().contains("claimed, but not accepted (held, certain"), held.out());
    assertTrue(held.out().contains("Huawei aims to supply"), held.out());
    Shell exposed =
        onSeeds("explain", "actor:deepseek", "cp:indirectlyExposedTo", "policy:us-entity-list");
    assertTrue(exposed.out().contains("\n    deepseek usesTechnologyFrom huawei\n"), exposed.out());
    assertTrue(exposed.out().contains("\n    for huawei affectedBy us-entity-list\n"));
    String json =
        onSeeds("explain", "--json", "actor:nvidia", "cp:designates", "actor:huawei").out();
    assertTrue(json.startsWith("{") && json.contains("\"holds\" : false"), json);
  }

  @ParameterizedTest
  @CsvSource({
    "nt,<http",
    "nq,<http",
    "ttl,PREFIX",
    "trig,PREFIX",
    "rdfxml,<rdf:RDF",
    "jsonld,{",
    "rdf12,PREFIX",
    "csv,claim"
  })
  void exportsInEveryFormat(String format, String start) throws IOException {
    Path file = folder.resolve("out");
    Shell shell = onSeeds("export", "--format", format, "--out", file.toString());
    assertEquals(Exit.DONE, shell.code(), shell.err());
    String text = Files.readString(file);
    assertTrue(text.startsWith(start), text.lines().findFirst().orElse(""));
    assertTrue(text.contains("huawei"));
  }

  @Test
  void theSeedsKeepTheShapes() {
    Shell shell = onSeeds("check");
    assertEquals("0 violations, 0 warnings and notes\n", shell.out());
    assertEquals(Exit.DONE, shell.code());
  }

  @Test
  void violationsAndContradictionsAreFound() throws IOException {
    Path file = folder.resolve("bad.ttl");
    Files.writeString(
        file,
        """
        PREFIX cp: <https://w3id.org/chokepoint/ontology#>
        <http://ex/china> a cp:Country, cp:Government .
        <http://ex/claim> a cp:Claim .
        """);
    Shell shell = Shell.runWithoutParser("check", file.toString());
    assertEquals(Exit.WITH_COMPLAINTS, shell.code());
    assertTrue(shell.out().contains("VIOLATION http://ex/claim"), shell.out());
    assertTrue(shell.out().contains("cannot all be true"), shell.out());
    assertTrue(
        Shell.runWithoutParser("check", "--format", "sarif", file.toString())
            .out()
            .contains("\"2.1.0\""));
    Shell closure = Shell.runWithoutParser("reason", file.toString());
    assertEquals(Exit.WITH_COMPLAINTS, closure.code());
    assertTrue(closure.err().contains("cannot all be true"), closure.err());
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          :a :p :b . :p rdfs:subPropertyOf :q .   => :a :q :b .                          => entailed
          :a :p :b .                              => _:x :p :b .                         => entailed
          :a :p :b . :c :p :d .                   => :a :p :b . :a :p :d .               => not entailed: <http://ex/a> <http://ex/p> <http://ex/d>
          :a :p :b . :c :p :d .                   => _:x :p :b ; :p :d .                 => not entailed:
          :C rdfs:subClassOf :D . :D rdfs:subClassOf :E . => :C rdfs:subClassOf :E .     => entailed
          :C rdfs:subClassOf :D .                 => :D rdfs:subClassOf :C .             => not entailed:
          :a a :C, :D . :C owl:disjointWith :D .  => :x :y :z .                          => entailed
          """)
  void entailsSaysYesOrWhatIsMissing(String premises, String conclusion, String answer)
      throws IOException {
    String prefixes =
        "PREFIX : <http://ex/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX owl: <http://www.w3.org/2002/07/owl#> ";
    Path given = Files.writeString(folder.resolve("premises.ttl"), prefixes + premises);
    Path wanted = Files.writeString(folder.resolve("conclusion.ttl"), prefixes + conclusion);
    Shell shell = Shell.runWithoutParser("entails", given.toString(), wanted.toString());
    assertTrue(shell.out().replaceAll("\\s+", " ").startsWith(answer), shell.out());
    assertEquals(answer.startsWith("not") ? Exit.WITH_COMPLAINTS : Exit.DONE, shell.code());
  }

  @Test
  void entailsTakesTheOntologyToo() throws IOException {
    String cp = "PREFIX cp: <https://w3id.org/chokepoint/ontology#> PREFIX : <http://ex/> ";
    Path given = Files.writeString(folder.resolve("p.ttl"), cp + ":a cp:develops :b .");
    Path wanted = Files.writeString(folder.resolve("c.ttl"), cp + ":b cp:providedBy :a .");
    String[] line = {"entails", given.toString(), wanted.toString()};
    assertEquals(Exit.WITH_COMPLAINTS, Shell.runWithoutParser(line).code());
    assertEquals(
        "entailed\n",
        Shell.runWithoutParser(
                "entails",
                given.toString(),
                wanted.toString(),
                "--ontology",
                "ontology/chokepoint.ttl")
            .out());
  }

  @Test
  void reasonWritesWhatFollows() throws IOException {
    Path file = folder.resolve("a.ttl");
    Files.writeString(
        file,
        "PREFIX cp: <https://w3id.org/chokepoint/ontology#> <http://ex/a> cp:develops <http://ex/b> .");
    Shell shell = Shell.runWithoutParser("reason", file.toString());
    assertEquals(Exit.DONE, shell.code(), shell.err());
    assertTrue(
        shell
            .out()
            .contains(
                "<http://ex/b> <https://w3id.org/chokepoint/ontology#developedBy> <http://ex/a>"),
        shell.out());
  }

  @Test
  void theReportCountsTheReferenceData() throws IOException {
    Shell shell = Shell.runWithoutParser("report");
    assertEquals(Exit.DONE, shell.code(), shell.err());
    assertTrue(shell.out().startsWith("file "), shell.out());
    assertTrue(shell.out().contains("\nkind ") && shell.out().contains("\ncountry "));
    JsonNode json = new ObjectMapper().readTree(Shell.runWithoutParser("report", "--json").out());
    int entities = json.at("/total/entities").asInt();
    assertTrue(entities >= 1500, "entities: " + entities);
    int ofFiles = 0;
    for (JsonNode file : json.get("files")) {
      ofFiles += file.get("entities").asInt();
    }
    assertTrue(entities <= ofFiles, "every entity is in a file");
    int ofKinds = 0;
    for (JsonNode kind : json.get("kinds")) {
      ofKinds += kind.get("entities").asInt();
    }
    assertEquals(entities, ofKinds, "every entity has one class");
    assertEquals(entities, json.at("/total/labels").asInt(), "every entity has one label");
    assertTrue(json.at("/countries/United States").asInt() > json.at("/countries/Norway").asInt());
    assertTrue(shell.out().contains("\nCountry "), shell.out());
  }

  private static Shell onSeeds(String command, String... args) {
    String[] line = new String[args.length + 3];
    line[0] = command;
    System.arraycopy(args, 0, line, 1, args.length);
    line[args.length + 1] = "--data";
    line[args.length + 2] = Seeds.folder().toString();
    return Shell.runWithoutParser(line);
  }
}
