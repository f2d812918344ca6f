package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;

class SwapTest {
  private static final Limits QUICK =
      Limits.standard().with(Limit.CONCURRENT_PER_CLIENT, 64).with(Limit.POLL, 5);

  @TempDir Path root;

  /** A snapshot with {@code edition} in two graphs, which must never be seen to differ. */
  private Snapshot publish(int edition) {
    DatasetGraph data = Sample.asserted();
    Node value = NodeFactory.createLiteralString("edition " + edition);
    for (String graph : List.of("http://ex/one", "http://ex/two")) {
      data.add(
          Quad.create(
              NodeFactory.createURI(graph),
              NodeFactory.createURI("http://ex/thing"),
              NodeFactory.createURI(graph + "/says"),
              value));
    }
    return Snapshots.at(root).publish(Sample.content(data));
  }

  @Test
  void everyRequestSeesOneSnapshotWhileTheyChange() throws Exception {
    publish(0);
    String query =
        "SELECT ?a ?b { GRAPH <http://ex/one> { ?s ?p ?a } GRAPH <http://ex/two> { ?t ?q ?b } }";
    AtomicBoolean done = new AtomicBoolean();
    try (RunningServer server =
            ChokepointServer.start(
                ServeSettings.local(root, 0).with(QUICK), Prover.ASSERTED_ONLY, Site.none());
        ExecutorService readers = Executors.newFixedThreadPool(4)) {
      Client client = Client.of(server);
      List<Future<List<String>>> seen = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        seen.add(
            readers.submit(
                () -> {
                  List<String> answers = new ArrayList<>();
                  while (!done.get()) {
                    HttpResponse<String> answer = client.csv("/sparql", query);
                    assertEquals(200, answer.statusCode());
                    answers.add(answer.body().lines().skip(1).findFirst().orElse("nothing"));
                  }
                  return answers;
                }));
      }
      String last = "";
      for (int edition = 1; edition <= 5; edition++) {
        last = publish(edition).name();
        awaitSnapshot(server, last);
      }
      done.set(true);
      for (Future<List<String>> reader : seen) {
        for (String answer : reader.get()) {
          String[] values = answer.split(",");
          assertEquals(values[0], values[1]);
        }
      }
      assertEquals("edition 5,edition 5", row(client, query));
      assertTrue(client.get("/health/ready").body().contains(last));
    }
  }

  @Test
  void aDamagedSnapshotLeavesTheServedOneInPlace() throws Exception {
    Snapshot first = publish(1);
    try (RunningServer server =
        ChokepointServer.start(
            ServeSettings.local(root, 0).with(QUICK), Prover.ASSERTED_ONLY, Site.none())) {
      Files.createDirectory(root.resolve("000000000000"));
      Files.writeString(root.resolve("previous"), first.name());
      Files.deleteIfExists(root.resolve("current"));
      Files.writeString(root.resolve("current"), "000000000000");
      Snapshot next = publishAfterDamage();
      awaitSnapshot(server, next.name());
      assertEquals(next.name(), server.snapshotName());
    }
  }

  private Snapshot publishAfterDamage() throws InterruptedException {
    Thread.sleep(50); // lets the watcher meet the damaged one; the outcome does not hang on it
    return publish(2);
  }

  private static String row(Client client, String query) {
    return client.csv("/sparql", query).body().lines().skip(1).findFirst().orElse("nothing");
  }

  private static void awaitSnapshot(RunningServer server, String name)
      throws IOException, InterruptedException {
    for (int i = 0; i < 6000 && !server.snapshotName().equals(name); i++) {
      Thread.sleep(5);
    }
    assertEquals(name, server.snapshotName());
  }
}
