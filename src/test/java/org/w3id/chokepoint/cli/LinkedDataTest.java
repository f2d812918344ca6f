package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFLanguages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.chokepoint.browse.Browse;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.serve.ChokepointServer;
import org.w3id.chokepoint.serve.RunningServer;
import org.w3id.chokepoint.serve.ServeSettings;

/** The seeds as a machine that follows redirects gets them, and as a reader clicks through them. */
class LinkedDataTest {
  private static final Pattern LINK = Pattern.compile("href=\"([^\"]+)\"");
  private static final String BROWSER =
      "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8";

  private static RunningServer server;
  private static HttpClient http;

  @BeforeAll
  static void start() {
    ServeSettings settings = ServeSettings.local(Seeds.folder(), 0);
    server =
        ChokepointServer.start(
            settings, Closure::of, new Browse(settings.limits(), Path.of("ontology/queries")));
    http = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "text/turtle,Turtle",
    "application/ld+json,JSON-LD",
    "application/n-triples,N-Triples",
    "application/rdf+xml,RDF/XML"
  })
  void aMachineGetsTheDescriptionInItsFormat(String type, String lang) throws Exception {
    HttpResponse<String> answer = get("/id/actor/huawei", type);
    assertEquals(200, answer.statusCode());
    assertTrue(answer.headers().firstValue("Content-Type").orElse("").startsWith(type));
    Graph graph = GraphMemFactory.createDefaultGraph();
    RDFDataMgr.read(
        graph, new StringReader(answer.body()), Terms.ID, RDFLanguages.nameToLang(lang));
    var huawei = Terms.iri(Terms.ID + "actor/huawei");
    assertTrue(graph.contains(huawei, Terms.cp("develops"), Terms.iri(Terms.ID + "tech/ascend")));
    assertTrue(
        graph.contains(huawei, Terms.cp("competesWith"), Terms.iri(Terms.ID + "actor/nvidia")));
  }

  @Test
  void fromThePageOfAnActorEveryFactLeadsToItsSentence() throws Exception {
    String page = html("/id/actor/huawei");
    Set<String> sentences = links(page, "/page/article/[^\"#]+#char-\\d+-\\d+");
    assertFalse(sentences.isEmpty(), page);
    String article = html(sentences.iterator().next().replaceAll("#.*", ""));
    for (String sentence : sentences) {
      String anchor = sentence.substring(sentence.indexOf('#') + 1);
      assertTrue(article.contains("id=\"" + anchor + "\""), sentence);
    }
    assertTrue(article.contains("Ascend"), article);
  }

  @Test
  void everyInferredFactLeadsToItsProofAndTheProofToGround() throws Exception {
    Set<String> proofs = links(html("/id/actor/huawei"), "/explain\\?[^\"]+");
    assertFalse(proofs.isEmpty());
    for (String address : proofs) {
      String proof = html(address);
      assertTrue(
          proof.contains("<blockquote>") || proof.contains("given in"),
          () -> address + "\n" + proof);
    }
    String rivals =
        proofs.stream().filter(a -> a.contains("competesWith")).findFirst().orElseThrow();
    String proof = html(rivals);
    assertTrue(proof.contains("direct alternatives to processors from U.S.-based Nvidia"), proof);
    assertFalse(links(proof, "/page/article/[^\"#]+#char-\\d+-\\d+").isEmpty(), proof);
    assertFalse(proof.contains("_:"), "an axiom's list is written out");
  }

  @Test
  void theReachOfTheEntityListToAUserIsProvedDownToItsSentences() throws Exception {
    String proof =
        html("/explain?s=actor:deepseek&p=cp:presumablyExposedTo&o=policy:us-entity-list");
    assertTrue(proof.contains("<h1>Why does this hold?</h1>"), proof);
    for (String sentence :
        List.of(
            "placed Huawei on its &quot;Entity List,&quot;",
            "the latest advancements in its Ascend chip series",
            "DeepSeek is adapting its advanced AI models to run on domestically produced chips")) {
      int at = proof.indexOf(sentence);
      assertTrue(at > 0, () -> sentence + "\n" + proof);
      String quote =
          proof.substring(
              proof.lastIndexOf("<blockquote>", at), proof.indexOf("</blockquote>", at));
      assertTrue(quote.matches("(?s).*href=\"/page/article/[^\"]+#char-\\d+-\\d+\".*"), quote);
      assertTrue(quote.matches("(?s).*href=\"/page/claim/[^\"]+\">how it was read</a>.*"), quote);
    }
    assertTrue(
        links(html("/id/actor/deepseek"), "/explain\\?[^\"]+").stream()
            .anyMatch(a -> a.contains("presumablyExposedTo")));
  }

  @Test
  void whyNotNamesTheMissingPremiseAndTheClaimThatIsNotAccepted() throws Exception {
    String exposed = "/explain?s=actor:deepseek&p=cp:indirectlyExposedTo&o=policy:us-entity-list";
    String page = html(exposed);
    assertTrue(page.contains("<h1>Why does this not hold?</h1>"), page);
    assertTrue(page.contains("a chain of relations implies another relation"), page);
    assertTrue(page.indexOf("/page/actor/huawei\"") > page.indexOf("What is missing"), page);
    JsonNode json = new ObjectMapper().readTree(get(exposed, "application/json").body());
    assertFalse(json.get("holds").asBoolean());
    assertEquals("prp-spo2", json.at("/nearest/0/rule").asText());
    assertTrue(json.at("/nearest/0/missing/predicate").asText().endsWith("#usesTechnologyFrom"));
    assertTrue(json.at("/nearest/0/missing/object").asText().endsWith("/actor/huawei"));
    String turtle = get(exposed, "text/turtle").body();
    assertTrue(turtle.contains("dcterms:requires"), turtle);

    String claim = get("/explain?s=actor:nvidia&p=a&o=cp:Claim", "application/json").body();
    assertTrue(claim.contains("\"holds\" : false"), claim);

    String supplies = "/explain?s=actor:huawei&p=cp:suppliesTo&o=actor:chinese-ai-industry";
    JsonNode held = new ObjectMapper().readTree(get(supplies, "application/json").body());
    assertEquals("held", held.at("/claims/0/qualities/0").asText());
    assertTrue(
        held.at("/claims/0/evidence/0/quote").asText().contains("Huawei aims to supply"),
        held.toString());
    assertTrue(html(supplies).contains("Huawei aims to supply"));
  }

  /** Whatever a page of ours links to on this server is there. */
  @Test
  void noLinkIsDead() throws Exception {
    Set<String> seen = new TreeSet<>();
    for (String from :
        List.of("/", "/articles", "/id/actor/huawei", "/id/tech/ascend", "/ontology")) {
      for (String link : links(html(from), "/[^\"]*")) {
        String address = link.replaceAll("#.*", "");
        if (!address.startsWith("/dump/") && seen.add(address) && seen.size() < 150) {
          assertEquals(200, get(address, BROWSER).statusCode(), from + " links to " + address);
        }
      }
    }
    assertTrue(seen.size() > 30, seen.toString());
  }

  private static String html(String path) throws Exception {
    HttpResponse<String> answer = get(path, BROWSER);
    assertEquals(200, answer.statusCode(), path);
    assertTrue(
        answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html"), path);
    return answer.body();
  }

  private static HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + server.port() + path);
    return http.send(
        HttpRequest.newBuilder(uri).header("Accept", accept).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Set<String> links(String page, String form) {
    Set<String> out = new TreeSet<>();
    LINK.matcher(page)
        .results()
        .map((MatchResult m) -> m.group(1).replace("&amp;", "&"))
        .filter(href -> href.matches(form))
        .forEach(out::add);
    return out;
  }
}
