package org.w3id.chokepoint.article;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What Jazzer calls: the reader that system property {@code target} names (see Targets). */
public final class Fuzz {
  private static final String TARGET = System.getProperty("target", "any");

  private Fuzz() {}

  /** Reads the seeds once: classes take minutes to instrument on a busy machine, and are no hang. */
  public static void fuzzerInitialize() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(System.getProperty("corpus")))) {
      List<Path> seeds = files.filter(Files::isRegularFile).toList();
      for (Path seed : seeds) {
        Targets.run(TARGET, Files.readAllBytes(seed));
      }
    }
  }

  /** Jazzer's entry point. */
  public static void fuzzerTestOneInput(byte[] data) {
    Targets.run(TARGET, data);
  }
}
