package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshots;

class ServerTest {
  private static final String CP = "PREFIX cp: <https://w3id.org/chokepoint/ontology#> ";

  @RegisterExtension static final SampleServer client = SampleServer.standard();

  @Test
  void sparqlSeesInferencesAndTheAssertedDatasetDoesNot() {
    String query = CP + "SELECT ?c { ?c a cp:ChipDeveloper }";
    String found = "c\r\nhttps://w3id.org/chokepoint/id/actor/lunar-devices\r\n";
    assertEquals(found, client.csv("/sparql", query).body());
    assertEquals(found, client.csv("/chokepoint/sparql", query).body());
    assertEquals(found, client.csv("/chokepoint", query).body());
    assertEquals("c\r\n", client.csv("/chokepoint-asserted/sparql", query).body());
  }

  @Test
  void namedGraphsAreVisibleAndInferencesCanBeAskedAlone() {
    String graphs = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g";
    String all = client.csv("/sparql", graphs).body();
    for (String name : new String[] {"article-moon-1", "facts", "inferred", "ontology"}) {
      assertTrue(all.contains("/id/graph/" + name + "\r\n"), all);
    }
    assertFalse(client.csv("/chokepoint-asserted/sparql", graphs).body().contains("inferred"));
    String alone =
        "SELECT (COUNT(*) AS ?n) FROM <https://w3id.org/chokepoint/id/graph/inferred> { ?s ?p ?o }";
    assertEquals("n\r\n3\r\n", client.csv("/sparql", alone).body());
  }

  @Test
  void queriesComeByPostToo() {
    String query = CP + "ASK { ?c a cp:Claim }";
    assertTrue(client.post("/sparql", "application/sparql-query", query).body().contains("true"));
    assertTrue(
        client
            .post("/sparql", "application/x-www-form-urlencoded", "query=" + Client.encode(query))
            .body()
            .contains("true"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }",
        "SELECT * { FILTER EXISTS { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { SERVICE ?any { ?s ?p ?o } } } }",
        "SELECT (<java:org.apache.jena.sparql.function.library.sha1>('a') AS ?x) {}",
        "SELECT (CALL(<java:x>) AS ?x) {}",
        "SELECT * { ?s <java:org.apache.jena.sparql.pfunction.library.listMember> ?o }",
        "SELECT * FROM <http://127.0.0.1:9/> { ?s ?p ?o }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:9/> { GRAPH ?g { ?s ?p ?o } }",
        "INSERT DATA { <a> <b> <c> }",
        "LOAD <http://127.0.0.1:9/>",
        "SELECT * { ?s ?p",
      })
  void theGuardRefuses(String query) {
    HttpResponse<String> answer = client.csv("/sparql", query);
    assertEquals(400, answer.statusCode(), answer.body());
    assertEquals(
        "application/problem+json;charset=utf-8",
        answer.headers().firstValue("Content-Type").orElseThrow());
    assertFalse(answer.body().contains("org.apache"), answer.body());
  }

  @Test
  void longAndDeepQueriesAreRefused() {
    String deep = "SELECT * " + "{".repeat(20_000) + "}".repeat(20_000);
    assertEquals(400, client.post("/sparql", "application/sparql-query", deep).statusCode());
    String length = "SELECT * {} #" + "x".repeat(200_000);
    assertEquals(400, client.post("/sparql", "application/sparql-query", length).statusCode());
    String body = "SELECT * {} #" + "x".repeat(2_000_000);
    assertEquals(413, client.post("/sparql", "application/sparql-query", body).statusCode());
  }

  @Test
  void nothingCanBeWritten() {
    String update = "INSERT DATA { <http://ex/a> <http://ex/b> <http://ex/c> }";
    for (String path :
        new String[] {
          "/sparql",
          "/chokepoint",
          "/chokepoint/sparql",
          "/chokepoint/update",
          "/chokepoint/get",
          "/chokepoint/data",
          "/chokepoint/upload",
          "/chokepoint/patch",
          "/id/actor/okoro"
        }) {
      HttpResponse<String> answer = client.post(path, "application/sparql-update", update);
      assertEquals(4, answer.statusCode() / 100, path + answer.body());
      assertEquals(405, client.method("PUT", path).statusCode(), path);
      assertEquals(405, client.method("DELETE", path).statusCode(), path);
      assertEquals(405, client.method("PATCH", path).statusCode(), path);
    }
    assertTrue(client.csv("/sparql", "ASK { <http://ex/a> ?p ?o }").body().contains("false"));
  }

  @Test
  void graphStoreIsReadable() {
    HttpResponse<String> facts =
        client.get(
            "/chokepoint/get?graph=" + Client.encode("https://w3id.org/chokepoint/id/graph/facts"),
            "Accept",
            "application/n-triples");
    assertEquals(200, facts.statusCode());
    assertEquals(1, facts.body().lines().count());
    assertEquals(404, client.get("/chokepoint/get?graph=http://ex/none").statusCode());
    String none = "ASK { GRAPH <http://ex/none> { ?s ?p ?o } }";
    assertTrue(client.csv("/sparql", none).body().contains("false"));
    String union = "ASK { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }";
    assertTrue(client.csv("/sparql", union).body().contains("true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "text/turtle | /data/actor/lunar-devices.ttl",
        "application/ld+json | /data/actor/lunar-devices.jsonld",
        "application/n-triples | /data/actor/lunar-devices.nt",
        "application/rdf+xml | /data/actor/lunar-devices.rdf",
        "text/html | /page/actor/lunar-devices",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | /page/actor/lunar-devices",
        "*/* | /data/actor/lunar-devices.ttl",
        "- | /data/actor/lunar-devices.ttl",
        "text/html;q=0.5, text/turtle | /data/actor/lunar-devices.ttl",
        "text/turtle;q=0.4, text/html;q=0.5 | /page/actor/lunar-devices",
        "application/rdf+xml, text/turtle | /data/actor/lunar-devices.rdf",
        "application/* | /data/actor/lunar-devices.jsonld",
        "text/turtle;q=0, */* | /data/actor/lunar-devices.jsonld",
        "image/png, text/* | /data/actor/lunar-devices.ttl",
        "nonsense | /data/actor/lunar-devices.ttl",
      })
  void idsSendOnByAccept(String accept, String target) {
    HttpResponse<String> answer =
        accept == null
            ? client.get("/id/actor/lunar-devices")
            : client.get("/id/actor/lunar-devices", "Accept", accept);
    assertEquals(303, answer.statusCode());
    assertEquals(target, answer.headers().firstValue("Location").orElseThrow());
    String link = answer.headers().firstValue("Link").orElseThrow();
    assertTrue(link.contains("ontology#Company>; rel=\"type\""), link);
    assertTrue(link.contains("</data/actor/lunar-devices.ttl>; rel=\"describedby\""), link);
    assertTrue(answer.headers().firstValue("Vary").orElseThrow().contains("Accept"));
  }

  @Test
  void idsThatDoNotExistOrCannotBeShownSaySo() {
    assertEquals(404, client.get("/id/actor/nobody").statusCode());
    assertEquals(404, client.get("/data/actor/nobody.ttl").statusCode());
    assertEquals(404, client.get("/data/actor/okoro.exe").statusCode());
    assertEquals(406, client.get("/id/actor/okoro", "Accept", "image/png").statusCode());
    assertEquals(
        "/data/actor/okoro.nt",
        client
            .get("/id/actor/okoro?format=nt", "Accept", "text/html")
            .headers()
            .firstValue("Location")
            .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "ttl,text/turtle",
    "jsonld,application/ld+json",
    "nt,application/n-triples",
    "rdf,application/rdf+xml"
  })
  void dataDescribesTheThingAndItsClaims(String extension, String type) {
    HttpResponse<String> answer = client.get("/data/tech/selene." + extension);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.headers().firstValue("Content-Type").orElseThrow().startsWith(type));
    String link = answer.headers().firstValue("Link").orElseThrow();
    assertTrue(link.contains("rel=\"license\"") && link.contains("rel=\"describes\""), link);
    assertEquals("*", answer.headers().firstValue("Access-Control-Allow-Origin").orElseThrow());
    var graph =
        org.apache.jena.riot.RDFParser.fromString(
                answer.body(), org.apache.jena.riot.RDFLanguages.contentTypeToLang(type))
            .toGraph();
    var selene =
        org.apache.jena.graph.NodeFactory.createURI("https://w3id.org/chokepoint/id/tech/selene");
    var any = org.apache.jena.graph.Node.ANY;
    var cp = "https://w3id.org/chokepoint/ontology#";
    assertTrue(
        graph.contains(any, org.apache.jena.graph.NodeFactory.createURI(cp + "provides"), selene));
    assertTrue(
        graph.stream(any, org.apache.jena.graph.NodeFactory.createURI(cp + "claimSubject"), selene)
            .findAny()
            .isPresent());
    assertTrue(answer.body().contains("reportedly runs on Tidewater"), answer.body());
  }

  @Test
  void answersAreConditionalOnTheSnapshot() {
    for (String path :
        new String[] {
          "/data/actor/okoro.ttl", "/id/actor/okoro", "/sparql?query=" + Client.encode("ASK {}")
        }) {
      String tag = client.get(path).headers().firstValue("ETag").orElseThrow();
      assertEquals("W/\"" + client.server().snapshotName() + "\"", tag);
      HttpResponse<String> again = client.get(path, "If-None-Match", "\"other\", " + tag);
      assertEquals(304, again.statusCode(), path);
      assertEquals("", again.body());
      assertTrue(client.get(path, "If-None-Match", "\"other\"").statusCode() < 304, path);
    }
    assertTrue(client.get("/id/actor/nobody").headers().firstValue("ETag").isEmpty());
  }

  @Test
  void problemsAreJsonOrAPageAndTellNoInternals() {
    HttpResponse<String> json = client.get("/nothing/here");
    assertEquals(404, json.statusCode());
    assertTrue(json.body().contains("\"status\":404"), json.body());
    HttpResponse<String> page = client.get("/nothing/here", "Accept", "text/html");
    assertEquals(404, page.statusCode());
    assertTrue(page.body().startsWith("<!doctype html>"), page.body());
    assertTrue(page.headers().firstValue("Server").isEmpty());
    HttpResponse<String> unreadable = client.get("/a%2f..%2f..%2fetc/passwd");
    assertEquals(400, unreadable.statusCode());
    assertTrue(unreadable.body().contains("\"status\":400"), unreadable.body());
  }

  @Test
  void everyAnswerCarriesSecurityHeaders() {
    for (String path : new String[] {"/id/actor/okoro", "/nowhere", "/health/live"}) {
      var headers = client.get(path).headers();
      assertTrue(
          headers
              .firstValue("Content-Security-Policy")
              .orElseThrow()
              .contains("default-src 'none'"));
      assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElseThrow());
    }
  }

  @Test
  void headAndOptionsWork() {
    HttpResponse<String> head = client.method("HEAD", "/data/actor/okoro.ttl");
    assertEquals(200, head.statusCode());
    assertTrue(head.headers().firstValue("Content-Type").orElseThrow().startsWith("text/turtle"));
    HttpResponse<String> query = client.method("HEAD", "/sparql?query=" + Client.encode("ASK {}"));
    assertEquals(200, query.statusCode());
    assertEquals("", query.body());
    HttpResponse<String> options = client.method("OPTIONS", "/sparql");
    assertEquals(204, options.statusCode());
    assertEquals(
        "GET, HEAD, POST, OPTIONS",
        options.headers().firstValue("Access-Control-Allow-Methods").orElseThrow());
  }

  @Test
  void healthNamesTheSnapshot() {
    assertEquals(200, client.get("/health/live").statusCode());
    assertTrue(client.get("/health/ready").body().contains(client.server().snapshotName()));
  }

  @Test
  void largeAnswersAreCompressed() {
    HttpResponse<String> answer =
        client.get("/data/actor/lunar-devices.ttl", "Accept-Encoding", "gzip");
    assertEquals("gzip", answer.headers().firstValue("Content-Encoding").orElseThrow());
    String tag = answer.headers().firstValue("ETag").orElseThrow();
    assertEquals(
        304,
        client
            .get("/data/actor/lunar-devices.ttl", "Accept-Encoding", "gzip", "If-None-Match", tag)
            .statusCode());
  }

  @Test
  void aTakenPortIsOneClearLine(@TempDir Path root) {
    Snapshots.at(root).publish(Sample.content());
    StartFailure failure =
        assertThrows(
            StartFailure.class,
            () ->
                ChokepointServer.start(
                    ServeSettings.local(root, client.server().port()),
                    Prover.ASSERTED_ONLY,
                    Site.none()));
    assertTrue(failure.toString().contains("port " + client.server().port()), failure.toString());
    assertTrue(failure.toString().contains("--port"), failure.toString());
  }

  @Test
  void nothingToServeIsOneClearLine(@TempDir Path empty) {
    StartFailure failure =
        assertThrows(
            StartFailure.class,
            () ->
                ChokepointServer.start(
                    ServeSettings.local(empty, 0), Prover.ASSERTED_ONLY, Site.none()));
    assertTrue(failure.toString().contains(empty + ": there is no snapshot"));
  }
}
