package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.serve.RunningServer;
import org.w3id.chokepoint.serve.SampleServer;
import org.w3id.chokepoint.snapshot.ChangeSet;
import org.w3id.chokepoint.snapshot.ChangeSummary;
import org.w3id.chokepoint.snapshot.Export;
import org.w3id.chokepoint.snapshot.Format;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.xml.sax.InputSource;

/** Thirty invented articles over five years, read together. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AcrossTest {
  private static final Path CORPUS =
      Path.of("src/test/resources/org/w3id/chokepoint/across/corpus.jsonl");

  private Path folder = Path.of("");
  private List<String> lines = List.of();
  private final DatasetGraph all = DatasetGraphFactory.create();

  @BeforeAll
  void convert(@TempDir Path shared) throws IOException {
    folder = shared;
    lines = Files.readAllLines(CORPUS);
    convert("all", lines);
    current(folder.resolve("first")).readAsserted().stream()
        .forEach(
            q -> {
              all.add(q);
              all.getDefaultGraph().add(q.asTriple());
            });
    current(folder.resolve("first")).readInferred().stream().forEach(all.getDefaultGraph()::add);
  }

  @Test
  void publishersCountOnceAndCopiesNot() {
    Set<String> rows = rows("56-corroborated", "p", "s", "o", "publishers", "first", "last");
    assertTrue(
        rows.contains("designates us-entity-list huawei 2 2019-05-16 2019-05-17"), rows.toString());
    assertTrue(rows.contains("suppliesTo tsmc nvidia 2 2023-09-05 2023-09-06"), rows.toString());
    assertTrue(rows.stream().noneMatch(r -> r.startsWith("suppliesTo intel huawei")), "a copy");
  }

  @Test
  void contradictionsAreListedAndLeaveTheFacts() {
    Set<String> rows = rows("57-contested", "p", "s");
    assertEquals(Set.of("basedIn talin-devices", "suppliesTo corvina-chips-org"), rows);
    assertEquals(Set.of(), facts("corvina-chips-org", "suppliesTo"));
    assertEquals(Set.of(), facts("talin-devices", "basedIn"));
  }

  @Test
  void aDelistingEndsAStateAndContestsNothing() {
    assertEquals(Set.of("huawei", "smic", "ymtc"), facts("us-entity-list", "designates"));
    assertEquals(Set.of(), facts("intel", "suppliesTo"), "ended in 2019");
  }

  @Test
  void whatHeldOnThreeDays() {
    assertEquals(Set.of("huawei", "smic", "ymtc"), listed("2021-06-30"));
    assertEquals(Set.of("huawei", "smic"), listed("2023-06-01"));
    assertEquals(Set.of("huawei", "smic", "ymtc"), listed("2024-06-30"));
    assertEquals(Set.of(), asOf("in force", "2023-06-01"));
    assertEquals(Set.of("china-export-controls"), asOf("in force", "2024-01-01"));
    assertEquals(Set.of(), asOf("in force", "2024-08-01"));
    assertEquals(Set.of("xilinx"), asOf("owning", "2022-03-01"));
    assertEquals(Set.of(), asOf("owning", "2022-02-13"));
    assertEquals(Set.of("ymtc"), asOf("merged", "2023-06-01"));
    assertEquals(Set.of(), asOf("merged", "2023-05-31"));
  }

  @Test
  void nothingFollowsFromRecords() {
    Graph asserted = RdfFiles.union(current(folder.resolve("first")).readAsserted());
    Closure whole = Closure.of(asserted);
    assertEquals(
        whole.inferred().stream().collect(Collectors.toSet()),
        current(folder.resolve("first")).readInferred().stream().collect(Collectors.toSet()));
    assertEquals(List.of(), whole.contradictions());
  }

  @Test
  void tellingsOfOneOccurrenceAreJoinedWhereTheirDatesAgree() {
    Set<String> rows = rows("62-same-occurrence", "date", "other");
    assertTrue(rows.contains("2022-02-14 2022-02"), rows.toString());
    assertTrue(rows.stream().noneMatch(r -> r.contains("2020") && r.contains("2024")), "two");
  }

  @Test
  void exposureNamesStepsAndWay() {
    Set<String> rows = rows("60-exposure-steps", "actor", "steps", "how", "via");
    assertTrue(rows.contains("huawei 1 named -"), rows.toString());
    assertTrue(rows.contains("hisilicon 2 subsidiary huawei"), rows.toString());
    assertTrue(rows.contains("lam-research 2 supplier smic"), rows.toString());
    assertTrue(rows.contains("tencent 2 user of its technology huawei"), rows.toString());
    assertTrue(rows.contains("tencent 3 user of its product ascend"), rows.toString());
  }

  @Test
  void withoutAnArticleItIsAsIfItHadNeverBeen() throws IOException {
    for (String gone : List.of("a12", "a18", "a03")) {
      List<String> rest = lines.stream().filter(l -> !l.contains("\"" + gone + "\"")).toList();
      byte[] grown = convert("all", rest);
      assertArrayEquals(convert("without-" + gone, rest), grown, gone);
      assertArrayEquals(dump(folder.resolve("first")), convert("all", lines), "back: " + gone);
    }
    Path out = folder.resolve("all");
    Shell.run("convert", "--retract", "a12", "--out", out.toString(), file(lines).toString());
    assertArrayEquals(dump(folder.resolve("without-a12")), dump(out), "--retract");
  }

  @Test
  void aChangeSetLeadsFromTheOldDumpToTheNew() throws IOException {
    Path out = folder.resolve("steps");
    convert("steps", lines.subList(0, 11));
    List<String> old = dumpLines(out);
    convert("steps", lines);
    Snapshots snapshots = Snapshots.at(out);
    ChangeSet change =
        ChangeSet.between(snapshots.previous().orElseThrow(), snapshots.current().orElseThrow());
    ByteArrayOutputStream patch = new ByteArrayOutputStream();
    change.patch(patch);
    assertEquals(
        dumpLines(out),
        ChangeSet.apply(old, patch.toString(StandardCharsets.UTF_8).lines().toList()));
    ChangeSummary summary = ChangeSummary.of(change);
    assertEquals(lines.size() - 11, summary.articles().added().size());
    assertTrue(
        summary.facts().dropped().stream().anyMatch(f -> f.contains("corvina-chips")),
        summary.facts().toString());
    assertEquals(4, summary.contested().size());
  }

  @Test
  void theServerTellsWhatChanged() throws Exception {
    Path out = folder.resolve("served");
    convert("served", lines.subList(0, 11));
    convert("served", lines);
    try (RunningServer server = SampleServer.withPages(out)) {
      String page = get(server, "/changes");
      assertTrue(page.contains("New facts") && page.contains("Newly contested"), page);
      assertTrue(get(server, "/changes.json").contains("corvina-chips"));
      assertTrue(get(server, "/changes.rdfp").startsWith("H id <urn:chokepoint:snapshot:"));
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(get(server, "/changes.atom"))));
    }
  }

  private static String get(RunningServer server, String path) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("Accept", "text/html")
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private Set<String> listed(String day) {
    return asOf("listed", day);
  }

  private Set<String> asOf(String state, String day) {
    Set<String> out = new TreeSet<>();
    String query = query("58-as-of").replace("2023-06-01", day);
    for (String row : rows(query, List.of("state", "o"))) {
      if (row.startsWith(state + " ")) {
        out.add(row.substring(state.length() + 1));
      }
    }
    return out;
  }

  private Set<String> facts(String subject, String predicate) {
    return rows(
        "SELECT ?o { GRAPH <https://w3id.org/chokepoint/id/graph/facts> { ?s ?p ?o } "
            + "FILTER(STRENDS(STR(?s), '/%s') && STRENDS(STR(?p), '#%s')) }"
                .formatted(subject, predicate),
        List.of("o"));
  }

  private byte[] convert(String name, List<String> articles) throws IOException {
    Path out = folder.resolve(name);
    Shell.run("convert", "--out", out.toString(), file(articles).toString());
    byte[] dump = dump(out);
    if (name.equals("all") && !Files.exists(folder.resolve("first"))) {
      Shell.run("convert", "--out", folder.resolve("first").toString(), file(articles).toString());
    }
    return dump;
  }

  private Path file(List<String> articles) throws IOException {
    Path file = folder.resolve("articles.jsonl");
    Files.write(file, articles);
    return file;
  }

  private static byte[] dump(Path out) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Export.write(current(out), Format.NQ, bytes);
    return bytes.toByteArray();
  }

  private static List<String> dumpLines(Path out) throws IOException {
    return new String(dump(out), StandardCharsets.UTF_8).lines().toList();
  }

  private static Snapshot current(Path out) {
    return Snapshots.at(out).current().orElseThrow();
  }

  private Set<String> rows(String name, String... columns) {
    return rows(query(name), List.of(columns));
  }

  private Set<String> rows(String query, List<String> columns) {
    Set<String> out = new TreeSet<>();
    try (QueryExecution run =
        QueryExecution.create(QueryFactory.create(query), DatasetFactory.wrap(all))) {
      ResultSet results = run.execSelect();
      while (results.hasNext()) {
        var row = results.next();
        List<String> cells = new ArrayList<>();
        columns.forEach(c -> cells.add(row.contains(c) ? text(row.get(c)) : "-"));
        out.add(String.join(" ", cells));
      }
    }
    return out;
  }

  private static String text(RDFNode node) {
    return node.isLiteral()
        ? node.asLiteral().getLexicalForm()
        : node.toString().replaceAll(".*[/#]", "");
  }

  private static String query(String name) {
    try {
      return Files.readString(Path.of("ontology/queries", name + ".rq"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
