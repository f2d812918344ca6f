package org.w3id.chokepoint.article;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every document of the corpus, and every input that fuzzing once found to break something ({@code
 * found/}), through every reader.
 */
class ReplayTest {
  private static final Path DOCUMENTS = Path.of("src/test/resources/org/w3id/chokepoint/article");

  @Test
  void noReaderBreaks() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(DOCUMENTS)) {
      files = all.filter(Files::isRegularFile).toList();
    }
    assertTrue(files.size() > 90);
    for (Path file : files) {
      for (String target : Targets.names()) {
        try {
          Targets.run(target, Files.readAllBytes(file));
        } catch (RuntimeException | AssertionError e) {
          throw new AssertionError(target + " breaks on " + file, e);
        }
      }
    }
  }
}
