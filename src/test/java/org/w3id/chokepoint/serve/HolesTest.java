package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a default Fuseki lets strangers do, tried on ours: after each try nobody was called, nothing
 * was written, no internals were told and the server answers as before.
 */
@Timeout(120)
class HolesTest {
  private static final AtomicInteger CALLS = new AtomicInteger();
  private static final String COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }";

  @RegisterExtension
  static final SampleServer client =
      SampleServer.standard()
          .with(
              Limits.standard()
                  .with(Limit.QUERY_TIMEOUT, 2)
                  .with(Limit.ROWS, 100_000)
                  .with(Limit.CONCURRENT_PER_CLIENT, 64));

  static ServerSocket listener;
  static String before;

  @BeforeAll
  static void start() throws IOException {
    listener = new ServerSocket(0);
    Thread.ofVirtual().start(HolesTest::listen);
    before = client.csv("/sparql", COUNT).body();
  }

  @AfterAll
  static void stop() throws IOException {
    listener.close();
  }

  private static void listen() {
    while (!listener.isClosed()) {
      try (Socket call = listener.accept()) {
        CALLS.incrementAndGet();
      } catch (IOException e) {
        return;
      }
    }
  }

  @AfterEach
  void nothingHappened() {
    assertEquals(0, CALLS.get(), "the server called out");
    assertEquals(before, client.csv("/sparql", COUNT).body());
  }

  private static String here() {
    return "http://127.0.0.1:" + listener.getLocalPort() + "/";
  }

  private static void refused(HttpResponse<String> answer) {
    assertEquals(4, answer.statusCode() / 100, answer.body());
    tellsNothing(answer);
  }

  private static void tellsNothing(HttpResponse<String> answer) {
    String all = answer.body() + answer.headers().map();
    assertFalse(
        all.matches("(?is).*(\\bat [a-z.]+\\(|exception|org\\.apache|jetty|fuseki).*"), all);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <HERE> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <HERE> { ?s ?p ?o } }",
        "SELECT * { BIND(IRI(\"HERE\") AS ?u) SERVICE ?u { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <HERE> { ?a ?b ?c } } }",
        "SELECT * { ?s ?p ?o MINUS { SERVICE <HERE> { ?a ?b ?c } } }",
        "CONSTRUCT { ?s ?p ?o } WHERE { OPTIONAL { SERVICE <loop:HERE> { ?s ?p ?o } } }",
        "ASK { { SELECT * { { SERVICE <cache:HERE> { ?s ?p ?o } } } } }",
        "DESCRIBE ?s { SERVICE <HERE> { ?s ?p ?o } }",
        "SELECT (EXISTS { SERVICE <HERE> { ?a ?b ?c } } AS ?x) {}",
        "SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <HERE> { ?a ?b ?c } })",
        "SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <HERE> { ?a ?b ?c } })",
        "SELECT * FROM <HERE> { ?s ?p ?o }",
        "SELECT * FROM NAMED <HERE> { GRAPH ?g { ?s ?p ?o } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM <jar:file:///x.jar!/y> { ?s ?p ?o }",
        "LOAD <HERE>",
        "LOAD SILENT <HERE>",
        "SELECT (<java:java.lang.Runtime>() AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#wait>(60000) AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/function#sprintf>(\"%999999999d\", 1) AS ?x) {}",
        "SELECT (<http://jena.apache.org/ARQ/jsFunction#f>(1) AS ?x) {}",
        "SELECT * { ?s <java:java.lang.Runtime> ?o }",
        "SELECT (CALL(\"java:x\") AS ?x) {}",
        "JSON { \"s\" : ?s } WHERE { ?s ?p ?o }",
      })
  void noQueryReachesOut(String text) {
    String query = text.replace("HERE", here());
    refused(client.csv("/sparql", query));
    refused(client.csv("/chokepoint-asserted/sparql", query));
    refused(client.post("/sparql", "application/sparql-query", query));
    refused(client.post("/sparql", "application/sparql-update", query));
  }

  @ParameterizedTest
  @ValueSource(strings = {"default-graph-uri", "named-graph-uri", "using-graph-uri", "service"})
  void noParameterReachesOut(String name) {
    HttpResponse<String> answer =
        client.get("/sparql?query=" + Client.encode("ASK {}") + "&" + name + "=" + here());
    assertTrue(answer.statusCode() < 500, answer.body());
    tellsNothing(answer);
  }

  @Test
  void noDocumentIsReadThatCouldReachOut() {
    String context = "{\"@context\":\"" + here() + "\",\"@id\":\"http://ex/a\",\"name\":\"x\"}";
    String entity =
        "<!DOCTYPE r [<!ENTITY x SYSTEM \""
            + here()
            + "\">]><rdf:RDF xmlns:rdf="
            + "\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\"><rdf:D>&x;</rdf:D></rdf:RDF>";
    for (String path :
        new String[] {"/chokepoint", "/chokepoint/get", "/chokepoint/data", "/sparql", "/id/x/y"}) {
      refused(client.post(path, "application/ld+json", context));
      refused(client.post(path, "application/rdf+xml", entity));
      refused(client.post(path, "text/turtle", "<a> <b> <c> ."));
      refused(client.method("PUT", path + "?default"));
      refused(client.method("DELETE", path + "?default"));
      refused(client.method("PATCH", path));
      refused(client.method("TRACE", path));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/$/ping",
        "/$/server",
        "/$/datasets",
        "/$/stats",
        "/$/status",
        "/$/tasks",
        "/$/metrics",
        "/$/backup/chokepoint",
        "/$/compact/chokepoint",
        "/$/sleep?interval=60000",
        "/$/reload",
        "/$/shutdown",
        "/$/logs",
        "/$/validate/query",
        "/validate",
        "/$/../$/server",
        "/%24/server"
      })
  void noOneAdministers(String path) {
    refused(client.get(path));
    refused(client.post(path, "text/plain", ""));
  }

  static String[] traps() {
    StringBuilder doubling = new StringBuilder("SELECT ?x40 { BIND(\"aaaaaaaaaa\" AS ?x0) ");
    StringBuilder replacing = new StringBuilder("SELECT ?x40 { BIND(\"aaaaaaaaaa\" AS ?x0) ");
    StringBuilder squaring = new StringBuilder("SELECT ?x40 { BIND(99999 AS ?x0) ");
    for (int i = 1; i <= 40; i++) {
      String last = "?x" + (i - 1);
      doubling.append("BIND(CONCAT(" + last + "," + last + ") AS ?x" + i + ") ");
      replacing.append("BIND(REPLACE(" + last + ",\"(a)\",\"$1$1\") AS ?x" + i + ") ");
      squaring.append("BIND(" + last + "*" + last + " AS ?x" + i + ") ");
    }
    String text = "\"" + "a".repeat(40) + "!\"";
    String cross = "?a ?b ?c . ?d ?e ?f . ?g ?h ?i";
    return new String[] {
      doubling + "}",
      replacing + "}",
      squaring + "}",
      "SELECT (REGEX(" + text + ", \"^(a|aa)+\\\\1$\") AS ?x) {}",
      "SELECT (REGEX("
          + text
          + ", ?p) AS ?x) { VALUES ?p { \"^(a|aa)*\\\\1$\" \"^(a|aa)+\\\\1$\" } }",
      "SELECT (REPLACE(" + text + ", \"^(a|aa)+\\\\1$\", \"b\") AS ?x) {}",
      "SELECT * { ?s ?p ?o FILTER(EXISTS { ?s ?p ?o FILTER REGEX("
          + text
          + ", \"^(a|aa)+\\\\1$\") }) }",
      "SELECT (COUNT(*) AS ?n) { " + cross + " . ?j ?k ?l }",
      "SELECT * { " + cross + " } ORDER BY ?a ?f",
      "SELECT DISTINCT * { " + cross + " }",
      "SELECT ?a ?d ?g (GROUP_CONCAT(?c) AS ?x) { " + cross + " } GROUP BY ?a ?d ?g",
      "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) { " + cross + " }",
      "SELECT (COUNT(DISTINCT *) AS ?n) { " + cross + " }",
      "SELECT * { { ?a ?b ?c . ?d ?e ?f } { ?g ?h ?i . ?j ?k ?l } }",
      "CONSTRUCT { ?a ?b ?c . ?d ?e ?f . ?a ?e ?i . ?d ?h ?c } WHERE { " + cross + " }",
      "SELECT (COUNT(*) AS ?n) { ?a (!<x:p>|^!<x:p>)* ?b . ?c (!<x:q>)* ?d . ?e ?f ?g }",
    };
  }

  @ParameterizedTest
  @MethodSource("traps")
  void noQueryTakesAllTimeOrMemory(String query) {
    HttpResponse<String> answer = client.post("/sparql", "application/sparql-query", query);
    assertTrue(
        answer.statusCode() == 422 || answer.statusCode() == 503,
        answer.statusCode() + " " + answer.body());
    tellsNothing(answer);
  }

  @Test
  void deepAndLongQueriesAreRefused() {
    for (String query :
        new String[] {
          "SELECT * " + "{".repeat(10_000) + "}".repeat(10_000),
          "SELECT * { FILTER(" + "(".repeat(10_000) + "1" + ")".repeat(10_000) + ") }",
          "SELECT * { FILTER(" + "!".repeat(90_000) + "true) }",
          "SELECT (" + "-".repeat(90_000) + "1 AS ?x) {}",
          "SELECT * { ?s " + "^".repeat(90_000) + "<p> ?o }",
          "SELECT * { ?s " + "<p>/".repeat(20_000) + "<p> ?o }",
          "SELECT (1" + "+1".repeat(40_000) + " AS ?x) {}",
        }) {
      HttpResponse<String> answer = client.post("/sparql", "application/sparql-query", query);
      assertTrue(answer.statusCode() < 500, answer.statusCode() + answer.body());
      tellsNothing(answer);
    }
  }

  @Test
  void compressedBodiesAreRefused() throws IOException {
    ByteArrayOutputStream bomb = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
      byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 500; i++) {
        gzip.write(spaces);
      }
    }
    var request =
        client.request(
            "/sparql", "Content-Type", "application/sparql-query", "Content-Encoding", "gzip");
    HttpResponse<String> answer =
        client.send(
            request
                .expectContinue(true)
                .POST(BodyPublishers.ofByteArray(bomb.toByteArray()))
                .build());
    assertEquals(415, answer.statusCode());
    var huge = client.request("/sparql", "Content-Type", "application/sparql-query");
    assertEquals(
        413,
        client
            .send(
                huge.expectContinue(true)
                    .POST(BodyPublishers.ofString("#".repeat(5 << 20)))
                    .build())
            .statusCode());
  }

  @Test
  void aLongAddressIsAnsweredOrRefused() {
    String query = "ASK { } #" + "x".repeat(20_000);
    HttpResponse<String> answer = client.csv("/sparql", query);
    assertTrue(answer.statusCode() == 200 || answer.statusCode() == 414, answer.body());
    HttpResponse<String> tooLong = client.csv("/sparql", "ASK { } #" + "x".repeat(200_000));
    refused(tooLong);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/actor/x%0d%0aSet-Cookie:%20a=b", "/id/%0d%0a%0d%0a%3Cscript%3E",
        "/sparql?format=ttl%0d%0aX-Evil:%201", "/dump/x%0d%0aX-Evil:%201",
        "/search?q=%0d%0aX-Evil:%201", "/page/actor/okoro%0d%0aX-Evil:%201",
        "/explain?s=x%0d%0aX-Evil:1&p=a&o=b", "/chokepoint/get?graph=x%0d%0aX-Evil:%201"
      })
  void noHeaderIsInjected(String path) {
    HttpResponse<String> answer = client.get(path);
    assertTrue(answer.statusCode() < 500, answer.body());
    assertTrue(answer.headers().firstValue("X-Evil").isEmpty());
    assertTrue(answer.headers().firstValue("Set-Cookie").isEmpty());
    tellsNothing(answer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/dump/../../../etc/passwd",
        "/dump/%2e%2e/%2e%2e/etc/passwd",
        "/dump/..%2f..%2fpom.xml",
        "/dump/..%5c..%5cpom.xml",
        "/dump/%252e%252e/x",
        "/dump/manifest.json%00.ttl",
        "/data/..;/..;/etc/passwd",
        "/;/$/server",
        "/chokepoint/;/update",
        "//etc/passwd",
        "/dump//etc/passwd",
        "/WEB-INF/web.xml",
        "/META-INF/MANIFEST.MF",
        "/.git/config"
      })
  void noPathLeadsOut(String path) throws IOException {
    String answer = raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
    assertFalse(answer.contains("root:") || answer.contains("<project"), answer);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Content-Length: 6|Transfer-Encoding: chunked",
        "Transfer-Encoding: chunked|Content-Length: 6",
        "Content-Length: 6|Content-Length: 60",
        "Transfer-Encoding: xchunked|Content-Length: 6",
        "Transfer-Encoding: chunked, identity|Content-Length: 6",
        "Content-Length: +6|X: y",
        "Content-Length : 6|X: y",
      })
  void noRequestIsSmuggled(String one, String two) throws IOException {
    String answer =
        raw(
            "POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n"
                + one
                + "\r\n"
                + two
                + "\r\n\r\n0\r\n\r\nGET /health/live HTTP/1.1\r\nHost: a\r\n\r\n");
    assertTrue(answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 501"), answer);
    assertFalse(answer.contains("\"live\""), answer);
  }

  /** Sends bytes as they are and reads until the server closes. */
  private static String raw(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", client.port())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }
}
