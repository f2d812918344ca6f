package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3id.chokepoint.text.Parser;

/** What is hedged, planned, denied or only said by others is never asserted. */
class ModalityTest {
  private static Reader reader;

  @BeforeAll
  static void load() throws IOException {
    reader = new Reader(Knowledge.load(Path.of("")), Parser.annotator());
  }

  @TestFactory
  Stream<DynamicTest> assertsOnlyWhatIsSaidOutright() throws IOException {
    try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream("modality.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(l -> l.startsWith("+") || l.startsWith("-"))
              .map(l -> dynamicTest(l, () -> check(l)))
              .toList()
              .stream();
    }
  }

  private static void check(String line) {
    String[] parts = line.substring(2).split(" \\| ");
    List<String> asserted =
        reader.read(Parser.article(parts[0])).claims().stream()
            .filter(c -> c.status() == Claim.Status.ACCEPTED)
            .flatMap(c -> c.statement().stream())
            .map(s -> s.subject().label() + " " + s.predicate() + " " + s.object().label())
            .toList();
    if (line.startsWith("-")) {
      assertEquals(List.of(), asserted, parts[0]);
    } else {
      assertTrue(asserted.contains(parts[1]), parts[0] + " gave " + asserted);
    }
  }
}
