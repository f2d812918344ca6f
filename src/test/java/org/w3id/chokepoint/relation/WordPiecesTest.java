package org.w3id.chokepoint.relation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pieces are those that the model was trained on: numbers by Hugging Face tokenizers 0.23. */
class WordPiecesTest {
  private static WordPieces pieces;

  @BeforeAll
  static void load() throws OrtException {
    try (OrtSession session =
        OrtEnvironment.getEnvironment().createSession("ontology/model/relations.onnx")) {
      String words = session.getMetadata().getCustomMetadata().getOrDefault("vocabulary", "");
      pieces = new WordPieces(List.of(words.split("\n")));
    }
  }

  @Test
  void wordsAreCutAtTheLongestPieces() {
    var cut = pieces.of(List.of("Nvidia", "sells", "H20s", "to", "Tencent", "."));
    assertArrayEquals(
        new int[] {101, 1050, 17258, 2401, 15187, 1044, 11387, 2015, 2000, 2702, 13013, 1012, 102},
        cut.ids());
    assertArrayEquals(new int[] {1, 4, 5, 8, 9, 11}, cut.first());
    assertArrayEquals(new int[] {3, 4, 7, 8, 10, 11}, cut.last());
  }

  @Test
  void accentsGoAndPunctuationStandsAlone() {
    assertArrayEquals(
        new int[] {
          101, 13675, 21382, 2099, 1005, 1055, 1523, 9932, 11772, 1524, 1517, 1002, 1015, 1012,
          1016, 24700, 1057, 1012, 1055, 1012, 1011, 2241, 102
        },
        pieces.of(List.of("Crémer's", "“AI", "chips”", "—", "$1.2bn", "U.S.-based")).ids());
    assertArrayEquals(
        new int[] {
          101, 24529, 12458, 1521, 1055, 26236, 2378, 20760, 1514, 2241, 1041, 1034, 1060, 102
        },
        pieces.of(List.of("TSMC’s", "Hsinchu‑based", "e^x")).ids());
  }

  @Test
  void whatHasNoPiecesIsUnknownOrLeftOut() {
    var cut = pieces.of(List.of("中芯国际", "naïve", "x".repeat(101), "\u200b", "A+B", "don't"));
    assertArrayEquals(
        new int[] {101, 1746, 100, 1799, 100, 15743, 100, 1037, 1009, 1038, 2123, 1005, 1056, 102},
        cut.ids());
    assertEquals(-1, cut.first()[3]);
  }

  @Test
  void anEndlessSentenceIsReadUpToTwoHundredPieces() {
    var cut = pieces.of(Collections.nCopies(500, "chip"));
    assertEquals(200, cut.ids().length);
    assertEquals(-1, cut.first()[400]);
  }
}
