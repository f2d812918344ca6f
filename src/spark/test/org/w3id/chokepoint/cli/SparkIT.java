package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Articles read on Spark give the snapshot that one machine gives, byte for byte. */
@Timeout(600)
class SparkIT {
  private static final List<String> ARTICLES =
      List.of(
          "seeds",
          "src/test/resources/org/w3id/chokepoint/gold/known/articles",
          "src/test/resources/org/w3id/chokepoint/across/corpus.jsonl");

  @TempDir static Path root;
  private static Map<String, byte[]> oneMachine;

  @BeforeAll
  static void convertHere() throws Exception {
    Path out = root.resolve("one");
    Cluster.finished(Cluster.chokepoint(Cluster.convert(ARTICLES, out)), root.resolve("one.log"));
    oneMachine = snapshot(out);
  }

  @Test
  void locally() throws Exception {
    Path out = root.resolve("local");
    Path shards = root.resolve("local-shards");
    String told = submit("local[2]", out, shards);
    assertTrue(told.contains("12 shards of up to 4 articles, 12 of them to read"), told);
    same(out);

    damage(shards);
    Path again = root.resolve("again");
    told = submit("local[2]", again, shards);
    assertTrue(told.contains("12 shards of up to 4 articles, 1 of them to read"), told);
    same(again);
  }

  @Test
  void onTwoWorkersOfWhichOneIsKilled() throws Exception {
    Path out = root.resolve("cluster");
    Path shards = root.resolve("cluster-shards");
    try (Cluster cluster = Cluster.start(Files.createDirectory(root.resolve("spark")))) {
      Process driver =
          Cluster.submit(cluster.url(), Cluster.convert(ARTICLES, out), shards, root.resolve("d"));
      cluster.killWorkerAtWork();
      assertEquals(0, driver.waitFor(), () -> Cluster.text(root.resolve("d")));
      assertTrue(Cluster.text(root.resolve("d")).contains("Lost executor"));
    }
    same(out);
  }

  private static String submit(String master, Path out, Path shards) throws Exception {
    Path log = Files.createTempFile(root, "driver", ".log");
    Process driver = Cluster.submit(master, Cluster.convert(ARTICLES, out), shards, log);
    assertEquals(0, driver.waitFor(), () -> Cluster.text(log));
    return Cluster.text(log);
  }

  /** A byte less, as after a disk that was full. */
  private static void damage(Path shards) throws IOException {
    try (Stream<Path> files = Files.list(shards)) {
      Path shard = files.filter(f -> f.toString().endsWith(".nq")).findFirst().orElseThrow();
      byte[] bytes = Files.readAllBytes(shard);
      Files.write(shard, java.util.Arrays.copyOf(bytes, bytes.length - 1));
    }
  }

  private static void same(Path out) throws IOException {
    Map<String, byte[]> there = snapshot(out);
    assertEquals(oneMachine.keySet(), there.keySet());
    oneMachine.forEach((name, bytes) -> assertArrayEquals(bytes, there.get(name), name));
  }

  /** All files below a folder of snapshots. */
  private static Map<String, byte[]> snapshot(Path out) throws IOException {
    Map<String, byte[]> bytes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes.put(out.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    assertTrue(bytes.keySet().stream().anyMatch(f -> f.endsWith("data.nq.gz")), "a snapshot");
    return bytes;
  }
}
