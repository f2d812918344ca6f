package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.chokepoint.text.Parser;

/** What only the learned model reads is recorded, and changes nothing that we hold true. */
class LearnedClaimsTest {
  private static Reader reader;

  @BeforeAll
  static void load() throws IOException {
    reader = new Reader(Knowledge.load(Path.of("")), Parser.annotator());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tesla no longer has Mobileye under the hood.",
        "Tencent has laid hands on thousands of H20 cards.",
        "AMD has swallowed ZT Systems whole.",
        "AMD put 5 billion dollars on the table and walked away with ZT Systems.",
        "Washington has put Huawei out of reach of American chips."
      })
  void anEventIsNotHeldToHaveHappened(String text) {
    Reading read = reader.read(Parser.article(text));
    List<Claim> learned =
        read.claims().stream().filter(c -> c.pattern().startsWith("reads-")).toList();
    assertFalse(learned.isEmpty(), text);
    for (Claim c : learned) {
      assertEquals(Claim.Status.HELD, c.status());
      assertEquals(List.of("Reported"), status(read, c));
    }
  }

  @Test
  void whatPatternsTellStaysAsItIs() {
    String told = "AMD acquired ZT Systems in 2024.";
    String idiom =
        " Last week AMD put 5 billion dollars on the table and walked away with ZT Systems.";
    Event alone = acquisition(told);
    assertEquals("Occurred", alone.status());
    assertEquals(alone, acquisition(told + idiom));
  }

  private static Event acquisition(String text) {
    return reader.read(Parser.article(text)).events().stream()
        .filter(e -> e.kind().equals("AcquisitionEvent"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> status(Reading read, Claim c) {
    return read.events().stream()
        .filter(e -> c.event().equals(Optional.of(e.iri())))
        .map(Event::status)
        .toList();
  }
}
