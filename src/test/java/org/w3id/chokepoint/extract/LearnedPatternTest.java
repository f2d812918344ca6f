package org.w3id.chokepoint.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3id.chokepoint.extract.Pattern.Learned;
import org.w3id.chokepoint.mention.Ontology;

/** A learned pattern asks for two ends and a likelihood, and for no words. */
class LearnedPatternTest {
  private static final String GOOD =
      """
      patterns:
        - name: reads
          learned: [owns, acquires]
          least: 0.6
          roles: {agent: first Company, object: second Company}
          claim: agent hasSubsidiary object
          example: [{text: "A.", yields: []}]
          not: ["B."]
      """;

  @TempDir Path folder;

  @Test
  void isReadWithItsRelations() throws IOException {
    assertEquals(
        new Learned(List.of("owns", "acquires"), 0.6),
        load(GOOD).getFirst().learned().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({
    "least: 0.6, least: 60, give a probability",
    "second Company, to Company, give one 'first Class'",
    "least: 0.6, 'with: object', it asks for words"
  })
  void aMistakeIsNamedWithLineAndRemedy(String good, String bad, String remedy) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> load(GOOD.replace(good, bad)));
    assertTrue(e.toString().contains("broken.yaml:2: pattern reads"), e.toString());
    assertTrue(e.toString().contains(remedy), e.toString());
  }

  private List<Pattern> load(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("broken.yaml"), text);
    return PatternFile.load(file, Ontology.load(Path.of("ontology/chokepoint.ttl")));
  }
}
