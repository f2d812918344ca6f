package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.query.ResultSet;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.snapshot.Export;
import org.w3id.chokepoint.snapshot.Format;

/** The dump, inferences included, gives other triple stores the same triples and answers. */
class InteropTest {
  private static final Path HERE = Path.of("src/test/interop");

  /** Python with rdflib; a variable may name one of an own environment. */
  static final String PYTHON =
      java.util.Objects.requireNonNullElse(System.getenv("CHOKEPOINT_PYTHON"), "/usr/bin/python3");

  @TempDir static Path folder;
  private static Path dump;

  @BeforeAll
  static void export() throws IOException {
    dump = export(Format.NT, "dump.nt");
  }

  private static Path export(Format format, String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (OutputStream out = Files.newOutputStream(file)) {
      Export.write(Seeds.snapshot(), format, out);
    }
    return file;
  }

  @Test
  void oxigraphAnswersTheSame() throws Exception {
    compare(oxigraph(dump));
  }

  @Test
  void theEditionInRdf12IsTheSameInJenaAndOxigraph() throws Exception {
    Path edition = export(Format.RDF12, "edition.ttl");
    Graph jena = RDFDataMgr.loadGraph(edition.toUri().toString());
    long terms =
        jena.stream(Node.ANY, RDF.Nodes.reifies, Node.ANY)
            .filter(triple -> triple.getObject().isTripleTerm())
            .count();
    assertTrue(terms > 0);
    assertEquals(RDFDataMgr.loadGraph(dump.toUri().toString()).size() + terms, jena.size());
    compare(edition, oxigraph(edition));
  }

  private static List<String> oxigraph(Path file) throws Exception {
    assumeTrue(
        runs("node", "--version") && runs("npm", "--version"),
        "node and npm are not here; Oxigraph is skipped");
    Path modules = Path.of("target/interop").toAbsolutePath();
    Files.createDirectories(modules);
    Files.copy(
        HERE.resolve("package.json"),
        modules.resolve("package.json"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    if (!Files.isDirectory(modules.resolve("node_modules/oxigraph"))) {
      run(
          Map.of(),
          "npm",
          "install",
          "--silent",
          "--no-audit",
          "--no-fund",
          "--prefix",
          modules.toString());
    }
    return answers(
        file,
        Map.of("INTEROP_MODULES", modules.toString()),
        "node",
        HERE.resolve("oxigraph.mjs").toString());
  }

  @Test
  void rdflibAnswersTheSame() throws Exception {
    assumeTrue(
        runs(PYTHON, "-c", "import rdflib"), "python3-rdflib is not here; rdflib is skipped");
    compare(answers(dump, Map.of(), PYTHON, HERE.resolve("rdflib_store.py").toString()));
  }

  @Test
  void rdf4jAnswersTheSame() throws Exception {
    SailRepository store = new SailRepository(new MemoryStore());
    try (RepositoryConnection connection = store.getConnection()) {
      connection.add(dump.toFile(), RDFFormat.NTRIPLES);
      List<String> answers = new ArrayList<>(List.of(Long.toString(connection.size())));
      for (Path query : CompetencyTest.queries()) {
        answers.add("== " + query);
        answers.addAll(rows(connection, Files.readString(query)));
      }
      compare(answers);
    } finally {
      store.shutDown();
    }
  }

  @Test
  void virtuosoAnswersTheSame() throws Exception {
    assumeTrue(
        runs("sh", "-c", "command -v virtuoso-t isql-vt"), "Virtuoso is not here; it is skipped");
    try (Virtuoso virtuoso = Virtuoso.start(Files.createDirectory(folder.resolve("virtuoso")))) {
      virtuoso.load(dump);
      compare(answers(virtuoso.endpoint()));
    }
  }

  @Test
  void aStockFusekiAnswersTheSame() throws Exception {
    export(Format.SERVED, "data/served/chokepoint.nq");
    export(Format.SERVED_ASSERTED, "data/served/chokepoint-asserted.nq");
    Path config =
        Files.createDirectories(folder.resolve("fuseki-config")).resolve("chokepoint.ttl");
    Files.copy(Path.of("fuseki-config/chokepoint.ttl"), config);
    FusekiServer stock =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .fusekiModules(FusekiModules.empty())
            .parseConfigFile(config)
            .start();
    try {
      compare(answers(stock.serverURL() + "chokepoint/sparql"));
    } finally {
      stock.stop();
    }
  }

  private static List<String> answers(String endpoint) throws IOException {
    List<String> answers = new ArrayList<>();
    SPARQLRepository store = new SPARQLRepository(endpoint);
    try (RepositoryConnection connection = store.getConnection()) {
      answers.addAll(rows(connection, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"));
      for (Path query : CompetencyTest.queries()) {
        answers.add("== " + query);
        try {
          answers.addAll(rows(connection, Files.readString(query)));
        } catch (org.eclipse.rdf4j.query.QueryEvaluationException e) {
          answers.add("refused: " + e.getMessage());
        }
      }
    } finally {
      store.shutDown();
    }
    return answers;
  }

  private static List<String> rows(RepositoryConnection connection, String query) {
    try (TupleQueryResult rows = connection.prepareTupleQuery(query).evaluate()) {
      List<String> names = rows.getBindingNames();
      List<String> lines = new ArrayList<>();
      for (BindingSet row : rows) {
        lines.add(
            String.join(
                "|",
                names.stream()
                    .map(name -> row.hasBinding(name) ? row.getValue(name).stringValue() : "")
                    .map(text -> text.replace("\n", " "))
                    .toList()));
      }
      return lines;
    }
  }

  private static List<String> answers(Path dump, Map<String, String> environment, String... program)
      throws Exception {
    List<String> command = new ArrayList<>(Arrays.asList(program));
    command.add(dump.toString());
    CompetencyTest.queries().forEach(q -> command.add(q.toString()));
    return run(environment, command.toArray(String[]::new));
  }

  private static void compare(List<String> theirs) throws IOException {
    compare(dump, theirs);
  }

  /** The same triples and the same answers to every question. */
  private static void compare(Path dump, List<String> theirs) throws IOException {
    Graph data = RDFDataMgr.loadGraph(dump.toUri().toString());
    assertEquals(data.size(), Integer.parseInt(theirs.getFirst()), "distinct triples");
    Map<String, List<String>> byQuery = new TreeMap<>();
    List<String> rows = new ArrayList<>();
    for (String line : theirs.subList(1, theirs.size())) {
      if (line.startsWith("== ")) {
        rows = new ArrayList<>();
        byQuery.put(line.substring(3), rows);
      } else {
        rows.add(line);
      }
    }
    Map<String, String> differ = new TreeMap<>();
    for (Path query : CompetencyTest.queries()) {
      List<String> ours = rows(query, data);
      List<String> found =
          byQuery.getOrDefault(query.toString(), List.of()).stream().sorted().toList();
      if (!ours.equals(found)) {
        differ.put(
            query.getFileName().toString(),
            ours.size()
                + " rows here, "
                + found.size()
                + " there, such as "
                + found.stream().findFirst());
      }
    }
    assertTrue(differ.isEmpty(), differ.toString());
  }

  private static List<String> rows(Path query, Graph data) throws IOException {
    try (QueryExecution run =
        QueryExecutionFactory.create(
            Files.readString(query), DatasetFactory.wrap(DatasetGraphFactory.wrap(data)))) {
      ResultSet results = run.execSelect();
      List<String> out = new ArrayList<>();
      while (results.hasNext()) {
        QuerySolution row = results.next();
        out.add(
            String.join("|", results.getResultVars().stream().map(v -> text(row.get(v))).toList()));
      }
      return out.stream().sorted().toList();
    }
  }

  private static String text(RDFNode node) {
    String text =
        node == null ? "" : node.isLiteral() ? node.asLiteral().getLexicalForm() : node.toString();
    return text.replace("\n", " ");
  }

  private static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static List<String> run(Map<String, String> environment, String... command)
      throws Exception {
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(
        process.waitFor(10, TimeUnit.MINUTES), () -> String.join(" ", command) + " does not end");
    assertEquals(0, process.exitValue(), () -> command[0] + ": " + read(err));
    return Files.readAllLines(out, StandardCharsets.UTF_8);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
