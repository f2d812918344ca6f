package org.w3id.chokepoint.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.chokepoint.reason.Proof;
import org.w3id.chokepoint.serve.ChokepointServer;
import org.w3id.chokepoint.serve.Client;
import org.w3id.chokepoint.serve.Prover;
import org.w3id.chokepoint.serve.RunningServer;
import org.w3id.chokepoint.serve.ServeSettings;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.snapshot.Terms;

class BrowseTest {
  private static final Node LUNAR = NodeFactory.createURI(Terms.BASE + "id/actor/lunar-devices");
  private static final Node SELENE = NodeFactory.createURI(Terms.BASE + "id/tech/selene");

  @TempDir static Path root;
  static RunningServer server;
  static Client client;

  /** Proves the one inference that the tests ask for, by hand. */
  private static final Prover BY_HAND =
      asserted ->
          triple -> {
            Triple provides = Triple.create(LUNAR, Terms.cp("provides"), SELENE);
            if (triple.equals(provides)) {
              return Optional.of(
                  new Proof.Inferred(
                      provides,
                      "prp-spo1",
                      List.of(
                          new Proof.Asserted(
                              Triple.create(
                                  Terms.cp("develops"),
                                  org.apache.jena.vocabulary.RDFS.subPropertyOf.asNode(),
                                  Terms.cp("provides"))),
                          new Proof.Asserted(Triple.create(LUNAR, Terms.cp("develops"), SELENE)))));
            }
            return Prover.ASSERTED_ONLY.over(asserted).proof(triple);
          };

  @BeforeAll
  static void start() {
    Snapshots.at(root).publish(Sample.content());
    ServeSettings settings = ServeSettings.local(root, 0);
    server =
        ChokepointServer.start(
            settings, BY_HAND, new Browse(settings.limits(), Path.of("ontology/queries")));
    client = Client.of(server);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String page(String path) {
    HttpResponse<String> answer = client.get(path, "Accept", "text/html");
    assertEquals(200, answer.statusCode(), path + "\n" + answer.body());
    assertEquals(
        "text/html;charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow());
    return answer.body();
  }

  @Test
  void aReaderGetsFromTheIdToTheSentenceAndToTheProof() {
    HttpResponse<String> id = client.get("/id/actor/lunar-devices", "Accept", "text/html");
    String entity = page(id.headers().firstValue("Location").orElseThrow());
    assertTrue(entity.contains("Lunar Devices makes the Selene chip."), entity);
    String place = "/page/article/moon-1#char-0-36";
    assertTrue(entity.contains("href=\"" + place + "\""), entity);
    assertTrue(page(place.substring(0, place.indexOf('#'))).contains("id=\"char-0-36\""));
    String why =
        Pattern.compile("href=\"(/explain[^\"]*provides[^\"]*)\"")
            .matcher(entity)
            .results()
            .map(match -> match.group(1).replace("&amp;", "&"))
            .findFirst()
            .orElseThrow();
    String proof = page(why);
    assertTrue(proof.contains("prp-spo1"), proof);
    assertTrue(proof.contains("the one relation implies the other"), proof);
    assertTrue(proof.contains("Lunar Devices makes the Selene chip."), proof);
    assertTrue(proof.contains("/page/claim/000000000001"), proof);
  }

  @Test
  void theEntityPageTellsHeldFromFollowingFromClaimed() {
    String page = page("/page/actor/lunar-devices");
    assertTrue(page.contains("<li class=\"asserted\"><a href=\"/page/tech/selene\">"), page);
    assertTrue(page.contains("<li class=\"inferred\"><a href=\"/page/tech/selene\">"), page);
    assertTrue(page.contains("What is only claimed"), page);
    assertTrue(page.contains("prospective"), page);
    assertTrue(page.contains("月"), page);
    assertTrue(page.contains("http://www.wikidata.org/entity/Q42"), page);
    assertTrue(page.contains("<time>2031-05</time>"), page);
    assertTrue(page.contains("/data/actor/lunar-devices.ttl"), page);
  }

  @Test
  void theHistoryOfTheFirstSnapshotSaysThatItIsTheFirst() {
    String page = page("/history/actor/lunar-devices");
    assertTrue(page.contains("This is the first snapshot here"), page);
    assertEquals(404, client.get("/history/actor/nobody").statusCode());
    assertEquals(404, client.get("/history/event/x").statusCode());
  }

  @Test
  void theClaimPageSaysWhyItIsHeld() {
    String page = page("/page/claim/000000000003");
    assertTrue(page.contains("Ms. Okoro said Lunar Devices will sell to Maridia."), page);
    assertTrue(page.contains("Selene reportedly runs on Tidewater."), "the sentence before");
    assertTrue(page.contains("the content is prospective"), page);
    assertTrue(page("/page/claim/000000000002").contains("the source hedges: probable"));
    assertTrue(page("/page/claim/000000000001").contains("see the proof"));
  }

  @Test
  void theArticlePageMarksNames() {
    String page = page("/page/article/moon-1");
    assertTrue(
        page.contains(
            "<a class=\"mention\" id=\"char-24-30\" href=\"/page/tech/selene\" title=\"Selene\">Selene</a> chip."),
        page);
    assertTrue(page.contains("href=\"https://news.example/moon?id=1&amp;x=2\""), page);
    assertTrue(page.contains("Tide Gazette"), page);
  }

  @Test
  void hostileTextIsText() {
    for (String path :
        List.of(
            "/",
            "/articles",
            "/page/actor/okoro",
            "/page/actor/lunar-devices",
            "/page/article/moon-1",
            "/page/claim/000000000003",
            "/search?q=Okoro",
            "/search?q=" + Client.encode("<script>alert(1)</script>\"><b>"),
            "/query?query="
                + Client.encode("SELECT ?o { ?s ?p ?o FILTER isLiteral(?o) } LIMIT 900"),
            "/query?query=" + Client.encode("SELECT * { ?s <https://schema.org/sameAs> ?o }"))) {
      String page = page(path);
      assertFalse(page.replace("<script src=\"/assets/", "").contains("<script"), path);
      assertFalse(page.contains("<b>Okoro"), path);
      assertFalse(page.contains("\"><b>"), path);
      assertFalse(page.contains("href=\"javascript"), path);
    }
    assertTrue(page("/page/article/moon-1").contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    HttpResponse<String> problem = client.get("/page/actor/%3Cscript%3E", "Accept", "text/html");
    assertEquals(404, problem.statusCode());
    assertFalse(problem.body().contains("<script>"), problem.body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/articles",
        "/search?q=lunar",
        "/query",
        "/ontology",
        "/ontology/0.1.0",
        "/page/event/release-selene",
        "/page/run/r1",
        "/page/graph/facts",
        "/page/place/maridia",
        "/page/article/moon-1",
        "/page/actor/lunar-devices",
        "/page/claim/000000000001"
      })
  void everyLinkOnEveryPageWorks(String path) {
    Pattern link = Pattern.compile("(?:href|action|src)=\"(/[^\"]*)\"");
    link.matcher(page(path))
        .results()
        .map(match -> match.group(1).replace("&amp;", "&").replaceAll("#.*", ""))
        .filter(target -> !target.startsWith("/query?query=SELECT"))
        .distinct()
        .forEach(
            target -> {
              int status = client.get(target, "Accept", "text/html, */*;q=0.5").statusCode();
              boolean proofNotAtHand = target.startsWith("/explain") && status == 404;
              assertTrue(status == 200 || status == 303 || proofNotAtHand, target + " " + status);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "lunar devices, /page/actor/lunar-devices",
    "月, /page/actor/lunar-devices",
    "SELENE, /page/tech/selene",
    "reportedly tidewater, /page/article/moon-1#char-37-73",
    "friends, /page/article/moon-1"
  })
  void searchFindsNamesTitlesAndSentences(String words, String target) {
    String page = page("/search?q=" + Client.encode(words));
    String first =
        Pattern.compile("<ul class=\"rows\"><li>.*?href=\"([^\"]*)\"", Pattern.DOTALL)
            .matcher(page)
            .results()
            .map(match -> match.group(1))
            .findFirst()
            .orElse("nothing");
    assertEquals(target, first);
  }

  @Test
  void searchWithoutResultSaysSo() {
    assertTrue(page("/search?q=zzz").contains("Nothing fits"));
    assertTrue(page("/search").contains("Search"));
  }

  @Test
  void theOntologyHasAnAnchorForEachTermAndDataByAccept() {
    String page = page("/ontology");
    for (String term : List.of("ChipDeveloper", "develops", "confidence", "Held")) {
      assertTrue(page.contains("id=\"" + term + "\""), term);
    }
    assertTrue(client.get("/ontology", "Accept", "text/turtle").body().contains("owl:Ontology"));
    assertTrue(client.get("/ontology").body().contains("owl:Ontology"));
    assertTrue(client.get("/ontology.rdf").body().contains("<rdf:RDF"));
    assertEquals(404, client.get("/ontology/nothing").statusCode());
  }

  @Test
  void proofsComeAsJsonAndTurtleAndWhatIsNotHereIsAProblem() {
    String address =
        "/explain?s=actor:lunar-devices&p=cp:provides&o="
            + Client.encode("<" + SELENE.getURI() + ">");
    String json = client.get(address).body();
    assertTrue(json.contains("\"rule\" : \"prp-spo1\""), json);
    assertTrue(json.contains("\"quote\" : \"Lunar Devices makes the Selene chip.\""), json);
    String turtle = client.get(address, "Accept", "text/turtle").body();
    assertTrue(turtle.contains("prov:wasDerivedFrom"), turtle);
    HttpResponse<String> absent = client.get("/explain?s=actor:okoro&p=cp:provides&o=tech:selene");
    assertEquals(200, absent.statusCode());
    assertTrue(absent.body().contains("\"holds\" : false"), absent.body());
    HttpResponse<String> unknown =
        client.get("/explain?s=actor:nobody&p=cp:provides&o=tech:selene");
    assertEquals(404, unknown.statusCode());
    assertTrue(unknown.body().contains("Nothing is known of"), unknown.body());
    assertEquals(400, client.get("/explain?s=actor:okoro&p=cp:provides").statusCode());
    assertEquals(400, client.get("/explain?s=actor:okoro&p=cp:provides&o=%22open").statusCode());
    HttpResponse<String> page =
        client.get("/explain?s=actor:nobody&p=cp:provides&o=tech:selene", "Accept", "text/html");
    assertTrue(page.body().contains("<h1>Not found</h1>"), page.body());
    String label =
        "/explain?s=tech:selene&p="
            + Client.encode("http://www.w3.org/2000/01/rdf-schema#label")
            + "&o="
            + Client.encode("\"Selene\"@en");
    assertTrue(client.get(label).body().contains("\"asserted\" : true"));
  }

  @Test
  void aClaimThatIsNotAcceptedIsShownWhereItsTripleDoesNotHold() {
    String address = "/explain?s=tech:selene&p=cp:runsOn&o=tech:tidewater";
    String json = client.get(address).body();
    assertTrue(json.contains("\"holds\" : false"), json);
    assertTrue(json.contains("\"claim\" : \"https://w3id.org/chokepoint/id/claim/"), json);
    assertTrue(json.contains("\"held\""), json);
    String turtle = client.get(address, "Accept", "text/turtle").body();
    assertTrue(turtle.contains("prov:wasQuotedFrom"), turtle);
    String page = page(address);
    assertTrue(page.contains("<h1>Why does this not hold?</h1>"), page);
    assertTrue(page.contains("Claimed, but not accepted"), page);
    assertTrue(page.contains("<span class=\"tag\">held</span>"), page);
    assertTrue(page.contains("/page/claim/") && page.contains("<blockquote>"), page);
  }

  @Test
  void browsersAreSentFromSparqlToTheQueryPage() {
    String query = "?query=" + Client.encode("ASK { ?s ?p ?o }");
    HttpResponse<String> answer = client.get("/sparql" + query, "Accept", "text/html,*/*;q=0.8");
    assertEquals(303, answer.statusCode());
    assertEquals("/query" + query, answer.headers().firstValue("Location").orElseThrow());
    assertTrue(page("/query" + query).contains(">yes</pre>"));
    HttpResponse<String> bad =
        client.get("/query?query=" + Client.encode("SELECT {"), "Accept", "text/html");
    assertEquals(400, bad.statusCode());
    HttpResponse<String> service =
        client.get(
            "/query?query=" + Client.encode("SELECT * { SERVICE <http://127.0.0.1:9/> {} }"));
    assertEquals(400, service.statusCode());
  }
}
