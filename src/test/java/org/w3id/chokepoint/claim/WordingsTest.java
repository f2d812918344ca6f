package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.text.Parser;

/**
 * How many ways of saying a thing are known: 600 invented sentences in the manner of the press,
 * each with all that it claims between names, by writers who saw no pattern. Nobody is to read
 * them, and nothing is to learn from them: those for that are {@code
 * src/train/texts/sentences.jsonl}.
 */
class WordingsTest {
  private static final Path FOLDER = Path.of("src/test/resources/org/w3id/chokepoint/wordings");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void ofThoseThatNobodyLookedAt() throws IOException {
    assertTrue(score("unseen").claimsF1() > 0.6);
  }

  private static GoldScore score(String name) throws IOException {
    Reader reader = new Reader(Knowledge.load(Path.of("")), Parser.annotator());
    GoldScore score = new GoldScore();
    List<String> lines = Files.readAllLines(FOLDER.resolve(name + ".jsonl"));
    for (String line : lines) {
      JsonNode sentence = JSON.readTree(line);
      score.add(reader.read(Parser.article(sentence.path("text").asText())), gold(sentence));
    }
    System.out.printf("wordings, %s, %d sentences: %s%n", name, lines.size(), score);
    return score;
  }

  /** The sentence as an annotated article: each name an entity, wherever it stands. */
  private static JsonNode gold(JsonNode sentence) {
    ObjectNode gold = JSON.createObjectNode();
    Map<String, String> ids = new TreeMap<>();
    ArrayNode claims = gold.putArray("claims");
    for (JsonNode c : sentence.path("claims")) {
      claims
          .addObject()
          .put("predicate", c.path("predicate").asText())
          .put("subjectEntity", id(c.path("subject").asText(), ids))
          .put("objectEntity", id(c.path("object").asText(), ids));
    }
    ArrayNode entities = gold.putArray("entities");
    String text = sentence.path("text").asText();
    ids.forEach(
        (name, id) -> {
          ArrayNode mentions = entities.addObject().put("id", id).putArray("mentions");
          for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int begin = text.codePointCount(0, at);
            mentions
                .addObject()
                .put("start", begin)
                .put("end", begin + name.codePointCount(0, name.length()));
          }
        });
    return gold;
  }

  private static String id(String name, Map<String, String> ids) {
    return ids.computeIfAbsent(name, n -> "e" + ids.size());
  }
}
