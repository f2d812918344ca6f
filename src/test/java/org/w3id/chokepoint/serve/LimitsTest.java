package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
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
    ServeSettings.Limits limits =
        new ServeSettings.Limits(
            Duration.ofMillis(300), 10_000, 100, 50, 10_000, all, perClient, Duration.ofSeconds(1));
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
        HttpResponse<String> answer = new Client(server).csv("/sparql", query);
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("took too long"), answer.body());
        assertTrue(answer.headers().firstValue("Retry-After").isPresent());
      }
    }
  }

  @Test
  void aResultWithTooManyRowsIsRefusedWhole() {
    try (RunningServer server = start(64, 64, Site.none())) {
      HttpResponse<String> answer = new Client(server).csv("/sparql", "SELECT * { ?s ?p ?o }");
      assertEquals(422, answer.statusCode());
      assertTrue(answer.body().contains("more than 50 rows"), answer.body());
      assertEquals(
          200, new Client(server).csv("/sparql", "SELECT * { ?s ?p ?o } LIMIT 50").statusCode());
    }
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
        Client client = new Client(server);
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
