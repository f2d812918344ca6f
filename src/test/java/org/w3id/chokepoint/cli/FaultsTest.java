package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.text.Replay;

/**
 * Processes that are killed, files that are damaged, folders that cannot be written: real processes
 * on real files. {@code -Dfaults=50} kills as often as that; the default is quick.
 */
@Timeout(1500)
class FaultsTest {
  private static final int KILLS = Integer.getInteger("faults", 5);

  private static final String ARTICLES =
      "src/test/resources/org/w3id/chokepoint/gold/known/articles";

  @TempDir Path root;

  /** Publishes one of two editions again and again, until it is killed. */
  public static final class Publisher {
    public static void main(String[] args) {
      for (int i = 0; ; i++) {
        Snapshots.at(Path.of(args[0])).publish(Sample.content(edition(i % 2)));
      }
    }
  }

  private static org.apache.jena.sparql.core.DatasetGraph edition(int number) {
    var data = Sample.asserted();
    data.add(
        org.apache.jena.graph.NodeFactory.createURI("http://ex/g"),
        org.apache.jena.graph.NodeFactory.createURI("http://ex/s"),
        org.apache.jena.graph.NodeFactory.createURI("http://ex/p"),
        org.apache.jena.graph.NodeFactory.createLiteralString("edition " + number));
    return data;
  }

  private static Process java(Path log, String main, String... args) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:TieredStopAtLevel=1",
                "-Dchokepoint.home=" + Path.of("").toAbsolutePath(),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-cp",
                System.getProperty("java.class.path"),
                main));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  @Test
  void aPublisherKilledAtAnyMomentLeavesAWholeSnapshotAndARerunIsIdentical() throws Exception {
    Snapshots.at(root).publish(Sample.content(edition(0)));
    Random moments = new Random(7);
    for (int i = 0; i < KILLS; i++) {
      Process publisher = java(root.resolve("log"), Publisher.class.getName(), root.toString());
      Thread.sleep(800 + moments.nextInt(1500));
      publisher.destroyForcibly().waitFor();
      Snapshots.Found found = Snapshots.at(root).find();
      assertEquals(List.of(), found.refused());
      assertTrue(found.snapshot().isPresent());
    }
    Snapshot again = Snapshots.at(root).publish(Sample.content(edition(0)));
    Path clean = root.resolve("clean");
    Snapshot fresh = Snapshots.at(clean).publish(Sample.content(edition(0)));
    assertEquals(fresh.name(), again.name());
    assertArrayEquals(
        Files.readAllBytes(fresh.folder().resolve(Snapshot.DATA)),
        Files.readAllBytes(again.folder().resolve(Snapshot.DATA)));
    try (var left = Files.list(root)) {
      assertEquals(0, left.filter(f -> f.getFileName().toString().startsWith(".writing")).count());
    }
  }

  /** {@code convert}, with what the parser has said before. */
  public static final class Converter {
    public static void main(String[] args) {
      Path parses = Path.of(args[0]);
      System.exit(
          Main.execute(
              () -> Replay.of(parses), java.util.Arrays.copyOfRange(args, 1, args.length)));
    }
  }

  @Test
  void aConversionKilledWhileItReadsOrWritesLeavesAWholeSnapshotAndARerunIsIdentical()
      throws Exception {
    Replay parser = Replay.recording();
    Path clean = root.resolve("clean");
    assertEquals(
        Exit.DONE, Shell.run(() -> parser, "convert", ARTICLES, "--out", clean.toString()).code());
    Path parses = root.resolve("parses.json");
    parser.write(parses);
    Path out = root.resolve("out");
    Snapshot before = Snapshots.at(out).publish(Sample.content());
    Random moments = new Random(11);
    for (int i = 0; i < KILLS; i++) {
      Path log = root.resolve("log" + i);
      Process conversion = convert(log, parses, out);
      while (conversion.isAlive() && !Files.readString(log).contains("Articles read")) {
        Thread.sleep(10);
      }
      Thread.sleep(moments.nextInt(2000));
      conversion.destroyForcibly().waitFor();
      Snapshots.Found found = Snapshots.at(out).find();
      assertEquals(List.of(), found.refused());
      String name = found.snapshot().orElseThrow().name();
      if (!name.equals(before.name())) {
        assertArrayEquals(Seeds.data(clean), Seeds.data(out));
        before = Snapshots.at(out).publish(Sample.content(edition(i)));
      }
    }
    Path log = root.resolve("rerun");
    assertEquals(Exit.DONE, convert(log, parses, out).waitFor(), Files.readString(log));
    assertArrayEquals(Seeds.data(clean), Seeds.data(out));
  }

  private static Process convert(Path log, Path parses, Path out) throws IOException {
    return java(
        log, Converter.class.getName(), parses.toString(), "convert", ARTICLES, "--out", out + "");
  }

  @Test
  void aServerKilledUnderLoadStartsAgain() throws Exception {
    Snapshots.at(root).publish(Sample.content());
    int port = freePort();
    for (int i = 0; i < KILLS; i++) {
      Process server = serve(port);
      awaitReady(server, port);
      Thread reader = Thread.ofVirtual().start(() -> ask(port));
      server.destroyForcibly().waitFor();
      reader.join();
    }
    Process server = serve(port);
    awaitReady(server, port);
    assertTrue(get(port, "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D").contains("true"));
    server.destroy();
    assertTrue(server.waitFor(30, TimeUnit.SECONDS), "a server told to stop stops");
  }

  @Test
  void twoServersReadOneFolderAndATakenPortIsOneClearLine() throws Exception {
    Snapshots.at(root).publish(Sample.content());
    int one = freePort();
    Process first = serve(one);
    awaitReady(first, one);
    int two = freePort();
    Process second = serve(two);
    awaitReady(second, two);
    assertEquals(get(one, "/health/ready"), get(two, "/health/ready"));
    Path log = root.resolve("third.log");
    Process third =
        java(log, Main.class.getName(), "serve", "--data", root.toString(), "--port", "" + one);
    assertTrue(third.waitFor(60, TimeUnit.SECONDS));
    assertEquals(Exit.NO_ACCESS, third.exitValue());
    assertTrue(Files.readString(log).contains("port " + one), Files.readString(log));
    assertEquals(1, Files.readString(log).lines().count(), Files.readString(log));
    first.destroyForcibly();
    second.destroyForcibly();
  }

  @Test
  void truncatedOrFlippedBytesAreRefusedWithTheirReasonAndThePreviousOneServes() throws Exception {
    for (String file : List.of(Snapshot.DATA, Snapshot.INFERRED, Snapshot.MANIFEST)) {
      for (boolean truncate : new boolean[] {true, false}) {
        Path folder = Files.createDirectory(root.resolve(file + truncate));
        Snapshot old = Snapshots.at(folder).publish(Sample.content(edition(0)));
        Snapshot young = Snapshots.at(folder).publish(Sample.content(edition(1)));
        assertNotEquals(old.name(), young.name());
        Path hurt = young.folder().resolve(file);
        byte[] bytes = Files.readAllBytes(hurt);
        bytes[bytes.length / 2] ^= 4;
        Files.write(hurt, truncate ? java.util.Arrays.copyOf(bytes, bytes.length / 2) : bytes);
        Snapshots.Found found = Snapshots.at(folder).find();
        assertEquals(old.name(), found.snapshot().orElseThrow().name(), file);
        assertEquals(1, found.refused().size(), file);
        assertTrue(found.refused().get(0).contains(file), found.refused().toString());
      }
    }
  }

  @Test
  void aFolderThatCannotBeWrittenKeepsItsSnapshotAndSaysWhy() throws Exception {
    assumeTrue(
        !"root".equals(System.getProperty("user.name")),
        "root writes everywhere; the read-only folder is skipped");
    Snapshot before = Snapshots.at(root).publish(Sample.content());
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      Shell shell = Shell.run("convert", "seeds", "--out", root.toString());
      assertEquals(Exit.NO_ACCESS, shell.code());
      assertTrue(shell.err().contains("cannot write"), shell.err());
      assertEquals(before.name(), Snapshots.at(root).current().orElseThrow().name());
    } finally {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void aFolderThatCannotBeMadeIsOneClearLine() throws IOException {
    Path file = Files.writeString(root.resolve("file"), "x");
    java.io.UncheckedIOException failure =
        org.junit.jupiter.api.Assertions.assertThrows(
            java.io.UncheckedIOException.class,
            () -> Snapshots.at(file.resolve("below")).publish(Sample.content()));
    assertTrue(failure.toString().contains("cannot write the snapshot under"), failure.toString());
    assertEquals("x", Files.readString(file));
  }

  private Process serve(int port) throws IOException {
    return java(
        root.resolve("serve-" + port + ".log"),
        Main.class.getName(),
        "serve",
        "--data",
        root.toString(),
        "--port",
        Integer.toString(port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitReady(Process server, int port) throws InterruptedException {
    for (int i = 0; i < 3000 && server.isAlive(); i++) {
      if (get(port, "/health/ready").contains("\"ready\"")) {
        return;
      }
      Thread.sleep(20);
    }
    throw new AssertionError("the server did not become ready");
  }

  private static void ask(int port) {
    while (get(port, "/sparql?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D").contains("true")) {
      Thread.onSpinWait();
    }
  }

  private static String get(int port, String path) {
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI uri = URI.create("http://127.0.0.1:" + port + path);
      return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
