package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshots;

/** What an operator sees of a running server. */
class WatchedTest {
  @TempDir Path root;

  @Test
  void metricsCountAndTheAccessLogKeepsQueriesToItself() throws Exception {
    Snapshots.at(root).publish(Sample.content());
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (RunningServer server =
        ChokepointServer.start(
            ServeSettings.local(root, 0).watched(true, true), Prover.ASSERTED_ONLY, Site.none())) {
      Client client = new Client(server);
      String query = "ASK { ?secret ?p ?o }";
      assertEquals(200, client.csv("/sparql", query).statusCode());
      assertEquals(200, client.post("/sparql", "application/sparql-query", query).statusCode());
      assertEquals(404, client.get("/id/actor/nobody?secret=1").statusCode());
      String metrics = client.get("/$/metrics").body();
      assertTrue(metrics.matches("(?s).*fuseki_requests_good.*query.* [12]\\.0.*"), metrics);
      assertTrue(metrics.contains("jvm_memory_used_bytes"), metrics);
    } finally {
      System.setErr(before);
    }
    String lines = log.toString(StandardCharsets.UTF_8);
    assertFalse(lines.contains("secret"), lines);
    assertEquals(
        2,
        lines.split("\"query\":\"" + AccessStep.hash("ASK { ?secret ?p ?o }"), -1).length - 1,
        lines);
    assertTrue(lines.contains("\"path\":\"/id/actor/nobody\",\"status\":404"), lines);
  }
}
