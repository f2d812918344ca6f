package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.rdf4j.query.BindingSet;
import org.eclipse.rdf4j.query.TupleQueryResult;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sparql.SPARQLRepository;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.chokepoint.browse.Browse;
import org.w3id.chokepoint.serve.Client;
import org.w3id.chokepoint.serve.Limits;
import org.w3id.chokepoint.serve.SampleServer;

/** The clients that people use, each with the right answer from the running server. */
class ClientsTest {
  private static final String QUERY =
      "SELECT ?label { <https://w3id.org/chokepoint/id/tech/selene>"
          + " <http://www.w3.org/2000/01/rdf-schema#label> ?label }";

  @TempDir static Path root;

  @RegisterExtension
  static final SampleServer client =
      SampleServer.standard()
          .with(new Browse(Limits.standard(), java.nio.file.Path.of("ontology/queries")));

  static String endpoint;

  @BeforeAll
  static void address() {
    endpoint = "http://127.0.0.1:" + client.server().port() + "/sparql";
  }

  @Test
  void curl() throws Exception {
    assumeTrue(runs("curl", "--version"), "curl is not here; skipped");
    String csv =
        run(
            Map.of(),
            "curl",
            "-sS",
            "-H",
            "Accept: text/csv",
            "--data-urlencode",
            "query=" + QUERY,
            endpoint);
    assertEquals("label\r\nSelene\r\n", csv);
    String linked =
        run(
            Map.of(),
            "curl",
            "-sSL",
            "-H",
            "Accept: text/turtle",
            endpoint.replace("/sparql", "/id/tech/selene"));
    assertTrue(linked.contains("Selene"), linked);
  }

  @Test
  void rdf4j() {
    SPARQLRepository repository = new SPARQLRepository(endpoint);
    List<String> labels = new ArrayList<>();
    try (RepositoryConnection connection = repository.getConnection();
        TupleQueryResult rows = connection.prepareTupleQuery(QUERY).evaluate()) {
      for (BindingSet row : rows) {
        labels.add(row.getValue("label").stringValue());
      }
      assertTrue(connection.prepareBooleanQuery("ASK { ?s ?p ?o }").evaluate());
    } finally {
      repository.shutDown();
    }
    assertEquals(List.of("Selene"), labels);
  }

  @Test
  void rdflib() throws Exception {
    assumeTrue(runs(InteropTest.PYTHON, "-c", "import rdflib"), "rdflib is not here; skipped");
    assertEquals(
        "Selene\n",
        run(Map.of(), InteropTest.PYTHON, "src/test/interop/rdflib_client.py", endpoint, QUERY));
  }

  @Test
  void comunica() throws Exception {
    Path modules = Path.of("target/comunica").toAbsolutePath();
    assumeTrue(
        Files.isDirectory(modules.resolve("node_modules/@comunica/query-sparql")),
        "Comunica is not here (npm install --prefix target/comunica @comunica/query-sparql); skipped");
    assertEquals(
        "Selene\n",
        run(
            Map.of("INTEROP_MODULES", modules.toString()),
            "node",
            "src/test/interop/comunica.mjs",
            endpoint,
            QUERY));
  }

  /** YASGUI posts a form and says what it can show. */
  @Test
  void yasgui() {
    var request =
        client
            .request(
                "/sparql",
                "Content-Type",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "Accept",
                "application/sparql-results+json,*/*;q=0.9",
                "Origin",
                "https://yasgui.example")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    "query=" + Client.encode(QUERY) + "&default-graph-uri="));
    var answer = client.send(request.build());
    assertEquals(200, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains("\"Selene\""), answer.body());
    assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
  }

  @Test
  void browser() {
    String accept = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";
    var hop = client.get("/id/tech/selene", "Accept", accept);
    assertEquals("/page/tech/selene", hop.headers().firstValue("Location").orElseThrow());
    var page = client.get("/page/tech/selene", "Accept", accept, "Accept-Language", "de,en;q=0.5");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("<h1>Selene"), page.body());
    assertEquals(
        "/query",
        client.get("/sparql", "Accept", accept).headers().firstValue("Location").orElseThrow());
  }

  /** Chromium renders the pages, stylesheet and security headers included. */
  @ParameterizedTest
  @CsvSource({"/,Who does what", "/id/tech/selene,Selene"})
  void chromium(String path, String heading) throws Exception {
    String browser =
        Stream.of("chromium", "chromium-headless-shell", "chromium-browser", "google-chrome")
            .filter(name -> runs(name, "--version"))
            .findFirst()
            .orElse("");
    assumeFalse(browser.isEmpty(), "no Chromium is here; skipped");
    String page =
        run(
            Map.of("HOME", root.toString()),
            browser,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--user-data-dir=" + root.resolve("profile"),
            "--dump-dom",
            endpoint.replace("/sparql", path));
    assertTrue(page.matches("(?s).*<h1[^>]*>[^<]*\\Q" + heading + "\\E.*"), page);
  }

  private static boolean runs(String... command) {
    try {
      run(Map.of(), command);
      return true;
    } catch (Exception | AssertionError e) {
      return false;
    }
  }

  private static String run(Map<String, String> environment, String... command) throws Exception {
    Path out = Files.createTempFile(root, "out", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().putAll(environment);
    Process process = builder.start();
    assertTrue(process.waitFor(2, TimeUnit.MINUTES), String.join(" ", command));
    String text = Files.readString(out, StandardCharsets.UTF_8);
    assertEquals(0, process.exitValue(), () -> String.join(" ", command) + text);
    return text;
  }
}
