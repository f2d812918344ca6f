package org.w3id.chokepoint.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.chokepoint.serve.ServeSettings.Watch;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshots;

/** What an operator sees of a running server. */
class WatchedTest {
  private static final String KEY =
      "Basic " + Base64.getEncoder().encodeToString("watcher:s3cret".getBytes(UTF_8));

  @TempDir Path root;

  @Test
  void withPasswordsOnlyTheirOwnersSeeHowTheServerDoes() throws Exception {
    Snapshots.at(root).publish(Sample.content());
    Path users = Files.writeString(root.resolve("users"), "# ours\nwatcher: s3cret\n");
    Watch watch = new Watch(false, false, Optional.of(users));
    try (RunningServer server =
        ChokepointServer.start(
            ServeSettings.local(root, 0).with(watch), Prover.ASSERTED_ONLY, Site.none())) {
      Client client = Client.of(server);
      for (String path : List.of("/$/ping", "/$/stats", "/$/metrics", "/%24/metrics")) {
        var stranger = client.get(path);
        assertEquals(401, stranger.statusCode(), path);
        assertTrue(stranger.body().contains("\"status\":401"), stranger.body());
        assertTrue(
            stranger.headers().firstValue("WWW-Authenticate").orElseThrow().startsWith("Basic"));
        String wrong = KEY.replaceFirst("Basic ..", "Basic ZZ");
        assertEquals(401, client.get(path, "Authorization", wrong).statusCode(), path);
        assertEquals(200, client.get(path, "Authorization", KEY).statusCode(), path);
      }
      for (String path : List.of("/$/server", "/$/datasets", "/$/shutdown", "/$/nothing")) {
        assertEquals(404, client.get(path, "Authorization", KEY).statusCode(), path);
      }
      assertEquals(200, client.get("/health/ready").statusCode());
      assertEquals(200, client.csv("/sparql", "ASK {}").statusCode());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {"watcher|users:1: write", "# nobody|users: names no user", "-|cannot be read"})
  void aFileOfUsersThatIsNoneStopsTheStart(String line, String says) throws Exception {
    Snapshots.at(root).publish(Sample.content());
    Path users = root.resolve("users");
    if (!line.equals("-")) {
      Files.writeString(users, line);
    }
    ServeSettings settings =
        ServeSettings.local(root, 0).with(new Watch(false, false, Optional.of(users)));
    StartFailure failure =
        assertThrows(
            StartFailure.class,
            () -> ChokepointServer.start(settings, Prover.ASSERTED_ONLY, Site.none()));
    assertTrue(failure.toString().contains(says), failure.toString());
  }

  @Test
  void metricsCountAndTheAccessLogKeepsQueriesToItself() throws Exception {
    Snapshots.at(root).publish(Sample.content());
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    PrintStream before = System.err;
    System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    try (RunningServer server =
        ChokepointServer.start(
            ServeSettings.local(root, 0).with(new Watch(true, true, Optional.empty())),
            Prover.ASSERTED_ONLY,
            Site.none())) {
      Client client = Client.of(server);
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
