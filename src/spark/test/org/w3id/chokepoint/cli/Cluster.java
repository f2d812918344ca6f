package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Spark's standalone master and two workers of one core each, processes of their own on loopback.
 *
 * @param url of the master
 * @param processes master and workers
 */
record Cluster(Path folder, String url, List<Process> processes) implements AutoCloseable {
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Path SPARK = TARGET.resolve("spark");
  private static final String JAVA = Path.of(System.getProperty("java.home"), "bin/java") + "";
  private static final String HOME = "-Dchokepoint.home=" + Path.of("").toAbsolutePath();

  static Cluster start(Path folder) throws IOException, InterruptedException {
    int port = freePort();
    String url = "spark://127.0.0.1:" + port;
    List<Process> processes = new ArrayList<>();
    processes.add(
        daemon(folder.resolve("master"), "master.Master", "--port", port + "", "--webui-port", "0"));
    await(() -> text(folder.resolve("master")).contains("New state: ALIVE"));
    for (int n = 1; n <= 2; n++) {
      Path log = folder.resolve("worker" + n);
      processes.add(
          daemon(
              log, "worker.Worker", "--cores", "1", "--memory", "2g", "--webui-port", "0",
              "--work-dir", folder.resolve("work" + n) + "", url));
      await(() -> text(log).contains("Successfully registered with master"));
    }
    return new Cluster(folder, url, processes);
  }

  private static Process daemon(Path log, String name, String... arguments) throws IOException {
    List<String> command = spark("org.apache.spark.deploy." + name, "--host", "127.0.0.1");
    command.addAll(List.of(arguments));
    return start(command, log);
  }

  /** Kills one worker and its executor once that is reading a shard. */
  void killWorkerAtWork() throws Exception {
    await(() -> outputs(folder.resolve("work2")).contains("Running task"));
    Process worker = processes.getLast();
    List<ProcessHandle> executors = worker.descendants().toList();
    assertTrue(!executors.isEmpty(), "the worker has an executor");
    worker.destroyForcibly();
    executors.forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public void close() throws InterruptedException {
    for (Process process : processes) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
  }

  /** The arguments that convert articles to a folder of snapshots. */
  static List<String> convert(List<String> articles, Path out) {
    return Stream.of(List.of("convert"), articles, List.of("--out", out + ""))
        .flatMap(List::stream)
        .toList();
  }

  /** The program on this machine alone. */
  static List<String> chokepoint(List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                JAVA, "-Xmx2g", HOME, "-cp",
                TARGET.resolve("chokepoint.jar") + File.pathSeparator + TARGET + "/lib/*",
                "org.w3id.chokepoint.cli.Main"));
    command.addAll(arguments);
    return command;
  }

  /** What {@code spark-submit} starts, as docs/cluster.md has it. */
  static Process submit(String master, List<String> arguments, Path shards, Path log)
      throws IOException {
    List<String> command =
        spark(
            "org.apache.spark.deploy.SparkSubmit",
            "--master", master,
            "--class", "org.w3id.chokepoint.cli.SparkConvert",
            "--conf", "spark.driver.userClassPathFirst=true",
            "--conf", "spark.executor.userClassPathFirst=true",
            "--conf", "spark.executor.memory=1500m",
            "--conf", "spark.executor.extraJavaOptions=" + HOME,
            "--conf", "spark.driver.host=127.0.0.1",
            "--conf", "spark.ui.enabled=false",
            "--jars", jars(),
            TARGET.resolve("chokepoint-spark.jar") + "");
    command.addAll(arguments);
    command.addAll(List.of("--shards", shards.toUri() + "", "--shard-size", "4"));
    return start(command, log);
  }

  private static String jars() throws IOException {
    try (Stream<Path> libraries = Files.list(TARGET.resolve("lib"))) {
      return Stream.concat(Stream.of(TARGET.resolve("chokepoint.jar")), libraries)
          .map(Path::toString)
          .collect(Collectors.joining(","));
    }
  }

  private static List<String> spark(String main, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(JAVA, "-Xmx2g", HOME, "-cp", SPARK + "/jars/*", main));
    command.addAll(List.of(arguments));
    return command;
  }

  private static Process start(List<String> command, Path log) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("SPARK_HOME", SPARK + "");
    builder.environment().put("SPARK_SCALA_VERSION", "2.13"); // as Spark's scripts set it
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    return builder.start();
  }

  /** Waits for a command that has to end well. */
  static void finished(List<String> command, Path log) throws Exception {
    assertEquals(0, start(command, log).waitFor(), () -> text(log));
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void await(Condition condition) throws IOException, InterruptedException {
    for (int i = 0; i < 1200 && !condition.holds(); i++) {
      Thread.sleep(100);
    }
    assertTrue(condition.holds(), "within two minutes");
  }

  static String text(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What all executors of a worker have written. */
  private static String outputs(Path work) throws IOException {
    try (Stream<Path> files = Files.walk(work)) {
      return files.filter(f -> f.endsWith("stderr")).map(Cluster::text).collect(Collectors.joining());
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
