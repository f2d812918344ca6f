package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.text.Parser;

/**
 * How well articles are read that were annotated before the patterns saw them. The held half is
 * looked at once per stage only: {@code ./chokepoint test -Dtest=OwnSetTest -Dheld=true}.
 */
class OwnSetTest {
  private static final Path SET = Path.of("src/test/resources/org/w3id/chokepoint/gold");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void readsTheKnownHalf() throws IOException {
    GoldScore score = score("known");
    System.out.println("own set, known half: " + score);
    assertTrue(score.namesF1() > 0.87, score.toString());
    assertTrue(score.claimsF1() > 0.5, score.toString());
  }

  @Test
  void readsTheHeldHalf() throws IOException {
    assumeTrue(Boolean.getBoolean("held"), "the held half is read with -Dheld=true only");
    System.out.println("own set, held half: " + score("held"));
  }

  private static GoldScore score(String half) throws IOException {
    Reader reader = new Reader(Knowledge.load(Path.of("")), Parser.annotator());
    GoldScore score = new GoldScore();
    try (Stream<Path> files = Files.list(SET.resolve(half).resolve("gold"))) {
      for (Path file : files.sorted().toList()) {
        JsonNode article =
            JSON.readTree(
                SET.resolve(half).resolve("articles").resolve(file.getFileName()).toFile());
        score.add(reader.read(article(article)), JSON.readTree(file.toFile()));
      }
    }
    return score;
  }

  static Article article(JsonNode node) {
    return Article.of(
        node.path("id").asText(),
        node.path("id").asText(),
        node.path("text").asText(),
        Optional.of(node.path("title").asText()),
        Optional.of(LocalDate.parse(node.path("date").asText())),
        Optional.empty(),
        Optional.empty());
  }
}
