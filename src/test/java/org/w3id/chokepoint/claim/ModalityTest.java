package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3id.chokepoint.clause.Modality;
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
    return Lines.of("modality.txt").map(l -> dynamicTest(l, () -> check(l)));
  }

  private static void check(String line) {
    String[] parts = line.substring(2).split(" \\| ");
    Reading reading = reader.read(Parser.article(parts[0].replace("\\n", "\n")));
    List<String> asserted =
        reading.claims().stream()
            .filter(c -> c.status() == Claim.Status.ACCEPTED)
            .flatMap(c -> c.statement().stream())
            .map(ModalityTest::text)
            .toList();
    switch (line.charAt(0)) {
      case '-' -> {
        assertEquals(List.of(), asserted, parts[0]);
        assertFalse(reading.claims().isEmpty(), "nothing was read at all: " + parts[0]);
      }
      case '+' -> assertTrue(asserted.contains(parts[1]), parts[0] + " gave " + asserted);
      default -> said(reading, parts);
    }
  }

  /** Every claim of the content has each of the values. */
  private static void said(Reading reading, String[] parts) {
    List<String> wanted = List.of(parts).subList(2, parts.length);
    List<Claim> claims =
        reading.claims().stream().filter(c -> content(c, reading).contains(parts[1])).toList();
    assertFalse(claims.isEmpty(), parts[0] + " gave " + reading.claims());
    for (Claim c : claims) {
      Set<String> found = values(c.modality());
      for (String w : wanted) {
        if (w.startsWith("by ")) {
          assertEquals(w, "by " + speaker(c), parts[0]);
        } else {
          assertTrue(found.containsAll(List.of(w.split(" "))), parts[0] + " gave " + found);
        }
      }
    }
  }

  private static String speaker(Claim c) {
    return c.attributed() ? c.source().map(s -> s.label()).orElse("-") : "article";
  }

  private static Set<String> values(Modality m) {
    return Stream.of(m.certainty(), m.polarity(), m.realization())
        .map(e -> e.name().charAt(0) + e.name().substring(1).toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }

  private static List<String> content(Claim c, Reading reading) {
    Stream<String> kinds =
        reading.events().stream()
            .filter(e -> c.event().filter(e.iri()::equals).isPresent())
            .map(Event::kind);
    return Stream.concat(c.statement().stream().map(ModalityTest::text), kinds).toList();
  }

  private static String text(Statement s) {
    return s.subject().label() + " " + s.predicate() + " " + s.object().label();
  }
}
