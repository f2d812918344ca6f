package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshots;

class LimitsTest {
  @TempDir Path root;

  @BeforeEach
  void publish() {
    Snapshots.at(root).publish(Sample.content());
  }

  private RunningServer start(int all, int perClient, Site site) {
    Limits limits =
        Limits.standard()
            .with(Limit.QUERY_TIMEOUT, 1)
            .with(Limit.ROWS, 50)
            .with(Limit.CONCURRENT, all)
            .with(Limit.CONCURRENT_PER_CLIENT, perClient);
    return ChokepointServer.start(
        ServeSettings.local(root, 0).with(limits), Prover.ASSERTED_ONLY, site);
  }

  @Test
  void aQueryOutOfTimeIsUnavailableAndNeverHalfAnAnswer() {
    String slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }";
    String slowLater =
        "SELECT * { { BIND(1 AS ?x) } UNION { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = \"3\") } }";
    try (RunningServer server = start(64, 64, Site.none())) {
      for (String query : new String[] {slow, slowLater}) {
        HttpResponse<String> answer = Client.of(server).csv("/sparql", query);
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("took too long"), answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
      }
    }
  }

  @Test
  void aResultWithTooManyRowsIsRefusedWhole() {
    try (RunningServer server = start(64, 64, Site.none())) {
      HttpResponse<String> answer = Client.of(server).csv("/sparql", "SELECT * { ?s ?p ?o }");
      assertEquals(422, answer.statusCode());
      assertTrue(answer.body().contains("more than 50 rows"), answer.body());
      assertEquals(
          200, Client.of(server).csv("/sparql", "SELECT * { ?s ?p ?o } LIMIT 50").statusCode());
    }
  }

  @Test
  void anAnswerWithTooManyBytesIsRefusedWholeInEveryFormat() {
    Limits limits = Limits.standard().with(Limit.ANSWER, 3000);
    try (RunningServer server =
        ChokepointServer.start(
            ServeSettings.local(root, 0).with(limits), Prover.ASSERTED_ONLY, Site.none())) {
      Client client = Client.of(server);
      String rows = "/sparql?query=" + Client.encode("SELECT * { ?s ?p ?o }");
      String triples = "/sparql?query=" + Client.encode("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }");
      for (String type : ServiceRequest.ROWS) {
        refusedOrWhole(client, rows, Client.encode(" LIMIT 2"), type);
      }
      for (String type : ServiceRequest.GRAPHS) {
        refusedOrWhole(client, triples, Client.encode(" LIMIT 2"), type);
        assertEquals(422, client.get("/chokepoint/get?default", "Accept", type).statusCode(), type);
      }
      assertEquals(422, client.get(rows, "Accept-Encoding", "gzip").statusCode());
      assertEquals(200, client.get("/dump/chokepoint.nt").statusCode());
    }
  }

  private static void refusedOrWhole(Client client, String path, String less, String type) {
    HttpResponse<String> refused = client.get(path, "Accept", type);
    assertEquals(422, refused.statusCode(), type);
    assertTrue(refused.body().contains("more than 3000 bytes"), refused.body());
    assertTrue(
        refused.headers().firstValue("Content-Type").orElseThrow().contains("problem+json"), type);
    HttpResponse<byte[]> whole =
        client.send(
            client.request(path + less, "Accept", type).build(),
            HttpResponse.BodyHandlers.ofByteArray());
    assertEquals(200, whole.statusCode(), type);
    assertEquals(
        Integer.toString(whole.body().length),
        whole.headers().firstValue("Content-Length").orElse("none: a cut would go unseen"));
  }

  /** Holds requests to {@code /wait} until the test lets them go. */
  private record Waiting(CountDownLatch entered, CountDownLatch leave) implements Site {
    @Override
    public Map<String, Handler> pages() {
      return Map.of(
          "/wait",
          question -> {
            entered.countDown();
            try {
              leave.await();
            } catch (InterruptedException e) {
              throw new IllegalStateException(e);
            }
            return Reply.text("text/plain", "done");
          });
    }

    @Override
    public String page(Problem problem) {
      return problem.title();
    }
  }

  @Test
  void moreThanAllowedAtOnceAreTurnedAwayUntilPlacesAreFree() throws Exception {
    for (int status : new int[] {429, 503}) {
      Waiting site = new Waiting(new CountDownLatch(2), new CountDownLatch(1));
      try (RunningServer server = start(status == 503 ? 2 : 64, status == 429 ? 2 : 64, site);
          ExecutorService clients = Executors.newFixedThreadPool(2)) {
        Client client = Client.of(server);
        Future<HttpResponse<String>> one = clients.submit(() -> client.get("/wait"));
        Future<HttpResponse<String>> two = clients.submit(() -> client.get("/wait"));
        site.entered().await();
        HttpResponse<String> third = client.get("/robots.txt");
        assertEquals(status, third.statusCode());
        assertTrue(third.headers().firstValue("Retry-After").isPresent());
        assertEquals(200, client.get("/health/live").statusCode(), "probes always pass");
        site.leave().countDown();
        assertEquals("done", one.get().body());
        assertEquals("done", two.get().body());
        assertEquals(200, client.get("/robots.txt").statusCode());
      }
    }
  }
}
