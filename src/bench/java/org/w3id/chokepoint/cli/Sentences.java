package org.w3id.chokepoint.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.w3id.chokepoint.article.ArticleReader;
import org.w3id.chokepoint.article.Reading;
import org.w3id.chokepoint.claim.Knowledge;
import org.w3id.chokepoint.claim.Reader;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.text.Nlp4jAnnotator;
import org.w3id.chokepoint.text.Sentence;

/**
 * Writes the sentences of articles, with their words and what they name, a JSON object a line: what
 * {@code src/train/train.py} learns from.
 *
 * <pre>mvn -P bench -DskipTests test-compile exec:exec@sentences</pre>
 */
final class Sentences {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Sentences() {}

  public static void main(String[] args) throws IOException {
    Path home = Path.of("").toAbsolutePath();
    Reader reader = new Reader(Knowledge.load(home), new Nlp4jAnnotator(home.resolve("target")));
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(args[1]))) {
      for (Reading r : ArticleReader.read(Path.of(args[0]))) {
        if (r instanceof Reading.Accepted a) {
          var read = reader.read(a.article());
          for (Sentence s : read.sentences()) {
            out.write(line(a.article().id(), s, read) + "\n");
          }
        }
      }
    }
  }

  private static ObjectNode line(
      String article, Sentence s, org.w3id.chokepoint.claim.Reading read) {
    ObjectNode out = JSON.createObjectNode();
    out.put("article", article).put("begin", s.begin()).put("end", s.end());
    ArrayNode tokens = out.putArray("tokens");
    s.tokens()
        .forEach(
            t ->
                tokens
                    .addObject()
                    .put("form", t.form())
                    .put("begin", t.begin())
                    .put("end", t.end()));
    ArrayNode mentions = out.putArray("mentions");
    for (Mention m : read.mentions()) {
      if (m.sentence() == s.index()) {
        mentions
            .addObject()
            .put("head", m.head())
            .put("begin", m.begin())
            .put("end", m.end())
            .put("text", m.text())
            .put("entity", m.entity().iri())
            .put("kind", m.entity().kind())
            .put("form", m.form().toString());
      }
    }
    return out;
  }
}
