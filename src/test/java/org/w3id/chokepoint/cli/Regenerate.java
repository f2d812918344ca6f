package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that the tests compare with, and that they write when asked to. */
public final class Regenerate {
  private static final String COMMAND =
      "./chokepoint test -Dtest=SeedsTest,CompetencyTest,AsOfTest -Dregenerate=true";

  private Regenerate() {}

  /** Fails where {@code file} has other content, or writes it under {@code -Dregenerate=true}. */
  public static void check(Path file, String content) throws IOException {
    if (Boolean.getBoolean("regenerate")) {
      Files.writeString(file, content);
    }
    String there = Files.exists(file) ? Files.readString(file, StandardCharsets.UTF_8) : "";
    assertEquals(
        there, content, file + " is not what the code gives now; if it should be, run " + COMMAND);
  }
}
