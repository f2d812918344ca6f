package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every way to say which format is wanted, at every address that has more than one. */
class NegotiationTest {
  private static final String RAPPER =
      "application/rdf+xml, text/rdf;q=0.6, application/x-turtle;q=0.6, text/turtle;q=0.6,"
          + " application/turtle;q=0.6, application/n-triples;q=0.5, text/plain;q=0.1,"
          + " text/html;q=0.5, application/xhtml+xml;q=0.4, */*;q=0.1";
  private static final String SEVEN =
      "application/n-triples,text/turtle,application/ld+json,application/rdf+xml,"
          + "application/trig,application/n-quads,text/n3";

  @RegisterExtension static final SampleServer client = SampleServer.standard();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | text/turtle",
        "*/* | text/turtle",
        SEVEN + " | application/n-triples",
        "text/n3, application/rdf+xml, text/turtle | application/rdf+xml",
        RAPPER + " | application/rdf+xml",
        "text/turtle;q=0.5, application/ld+json;q=0.9 | application/ld+json",
        "application/ld+json, */*;q=0.1 | application/ld+json",
        "text/turtle;q=0, */* | application/n-triples",
        "application/rdf+thrift | application/rdf+thrift",
        "image/png | text/turtle",
      })
  void graphsFollowTheOrderOfTheClient(String accept, String type) {
    String construct =
        "/sparql?query=" + Client.encode("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o } LIMIT 3");
    assertEquals(type, type(construct, accept));
    assertEquals(type, type("/chokepoint/get?default", accept));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "- | application/sparql-results+json",
        "*/* | application/sparql-results+json",
        "text/csv, application/sparql-results+json | text/csv",
        "application/sparql-results+xml;q=0.9, text/tab-separated-values | text/tab-separated-values",
        "application/sparql-results+xml, application/xml;q=0.8 | application/sparql-results+xml",
        "text/turtle, */*;q=0.1 | application/sparql-results+json",
        RAPPER + " | application/sparql-results+json",
      })
  void rowsFollowTheOrderOfTheClient(String accept, String type) {
    assertEquals(
        type, type("/sparql?query=" + Client.encode("SELECT * { ?s ?p ?o } LIMIT 3"), accept));
  }

  @ParameterizedTest
  @CsvSource({
    "ttl,/data/actor/okoro.ttl",
    "jsonld,/data/actor/okoro.jsonld",
    "rdf,/data/actor/okoro.rdf",
    "nt,/data/actor/okoro.nt",
    "html,/page/actor/okoro"
  })
  void formatOverridesAccept(String format, String target) {
    HttpResponse<String> answer =
        client.get("/id/actor/okoro?format=" + format, "Accept", "application/rdf+xml");
    assertEquals(target, answer.headers().firstValue("Location").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "csv,text/csv",
    "json,application/sparql-results+json",
    "xml,application/sparql-results+xml",
    "tsv,text/tab-separated-values"
  })
  void formatOverridesAcceptOfAQuery(String format, String type) {
    String query = "&query=" + Client.encode("SELECT * {}");
    assertEquals(type, type("/sparql?format=" + format + query, "text/html"));
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle,ttl",
    "application/ld+json,jsonld",
    "application/n-triples,nt",
    "application/rdf+xml,rdf"
  })
  void whatTheServerSaysOfItselfComesInEveryForm(String type, String extension) {
    String here = "http://127.0.0.1:" + client.port();
    for (String path : new String[] {"/.well-known/void", "/sparql", "/ontology"}) {
      assertEquals(type, type(path, type));
      String given = path + "?format=" + extension;
      assertEquals(type, type(given, "image/png"));
      var graph =
          RDFParser.fromString(client.get(given).body(), RDFLanguages.contentTypeToLang(type))
              .base(here + path)
              .toGraph();
      Node endpoint = NodeFactory.createURI(here + "/sparql");
      assertEquals(!path.equals("/ontology"), graph.contains(Node.ANY, Node.ANY, endpoint), given);
      assertTrue(graph.size() > 10, given);
    }
    String links = client.get("/.well-known/void").headers().firstValue("Link").orElseThrow();
    assertTrue(links.contains("</dump/chokepoint.nq>; rel=\"item\""), links);
  }

  @Test
  void aListOverSeveralLinesIsOneList() {
    HttpResponse<String> answer =
        client.get("/id/actor/okoro", "Accept", "image/png", "Accept", "application/n-triples");
    assertEquals("/data/actor/okoro.nt", answer.headers().firstValue("Location").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"text/html | /page/", "text/turtle | .ttl", RAPPER + " | .rdf"})
  void oneHopLeadsToADocument(String accept, String target) {
    HttpResponse<String> hop = client.get("/id/tech/selene", "Accept", accept);
    assertEquals(303, hop.statusCode());
    String location = hop.headers().firstValue("Location").orElseThrow();
    assertTrue(location.contains(target), location);
    if (!location.startsWith("/page/")) {
      assertEquals(200, client.get(location, "Accept", accept).statusCode());
    }
  }

  @Test
  void cachesAreToldWhatTheAnswerDependsOn() {
    for (String path :
        new String[] {"/id/tech/selene", "/sparql?query=ASK%7B%7D", "/chokepoint/get?default"}) {
      String vary = String.join(",", client.get(path).headers().allValues("Vary"));
      assertTrue(vary.contains("Accept"), path + ": " + vary);
    }
  }

  private static String type(String path, String accept) {
    HttpResponse<String> answer =
        accept == null ? client.get(path) : client.get(path, "Accept", accept);
    assertEquals(200, answer.statusCode(), answer.body());
    return answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
  }
}
