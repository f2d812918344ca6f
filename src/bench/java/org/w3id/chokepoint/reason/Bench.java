package org.w3id.chokepoint.reason;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * Compares reasoners on the same data. Each measurement has a Java machine of its own; the time is
 * the best of three runs in it where one takes less than 20 s, else that of the one run.
 */
public final class Bench {
  private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);
  private static final int MINUTES = Integer.getInteger("bench.minutes", 10);

  private Bench() {}

  /** Arguments: none for the whole table, or an engine and a size for one line of it. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      System.out.println(Engines.valueOf(args[0]).measure(Integer.parseInt(args[1])));
      return;
    }
    System.out.println("engine, triples, asserted, inferred, load ms, closure ms, heap MB, more");
    for (int size : SIZES) {
      for (Engines engine : Engines.values()) {
        run(engine, size);
      }
    }
  }

  private static void run(Engines engine, int size) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + System.getProperty("bench.heap", "8g"),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName(),
                engine.name(),
                Integer.toString(size)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      System.out.printf(Locale.ROOT, "%s, %d, not done in %d min%n", engine, size, MINUTES);
      return;
    }
    String line = new String(process.getInputStream().readAllBytes()).strip();
    System.out.println(
        line.isEmpty() ? engine + ", " + size + ", failed: exit code " + process.exitValue() : line);
  }
}
