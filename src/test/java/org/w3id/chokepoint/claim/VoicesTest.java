package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.ArticleReader;
import org.w3id.chokepoint.article.Reading.Accepted;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.text.Parser;

/** Invented speeches and statements: whom "I" and "we" mean. */
class VoicesTest {
  private static Reader reader;

  @BeforeAll
  static void load() throws IOException {
    reader = new Reader(Knowledge.load(Path.of("")), Parser.annotator());
  }

  @TestFactory
  Stream<DynamicTest> meanWhoSpeaks() throws IOException {
    return Lines.of("voices.txt").map(l -> DynamicTest.dynamicTest(l, () -> check(l)));
  }

  private static void check(String line) throws IOException {
    String[] parts = line.split(" \\| ");
    String meant =
        reader.read(article(parts)).mentions().stream()
            .filter(m -> m.form() == Mention.Form.REFERENCE)
            .filter(m -> m.text().matches("I|[Mm]y|[Ww]e|[Oo]ur"))
            .map(m -> m.entity().label())
            .findFirst()
            .orElse("-");
    assertEquals(parts[2], meant, line);
  }

  private static Article article(String[] parts) throws IOException {
    Map<String, String> told = new HashMap<>();
    told.put("title", parts[0]);
    told.put("text", parts[1].replace("\\n", "\n\n"));
    if (parts.length > 3) {
      told.put("outlet", parts[3]);
    }
    byte[] json = new ObjectMapper().writeValueAsBytes(told);
    List<Article> out = new ArrayList<>();
    ArticleReader.read(
        "speech", new ByteArrayInputStream(json), r -> out.add(((Accepted) r).article()));
    return out.getFirst();
  }
}
