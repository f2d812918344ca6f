package org.w3id.chokepoint.text.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import edu.emory.mathcs.nlp.component.tokenizer.EnglishTokenizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The flat edition says of every word what NLP4J says with the models as shipped. */
class ParserTest {
  /** What parsers stumble over. */
  private static final List<String> ODD =
      List.of(
          "Yes",
          "!",
          "... --- ...",
          "See https://example.org/a_b?c=d and mail me@example.org :-)",
          "It cost $1,299.99 (up 12.5%) on 3/4/2025, i.e. 10x the \u20ac99 of '09.",
          "\u4e2d\u56fd bans \ud83d\ude00 exports \u2014 \u201cagain\u201d",
          "BUFFALO buffalo Buffalo buffalo buffalo buffalo Buffalo buffalo",
          "the of and to a in that it is was I for on you he be with as by at have are this not",
          "New York Stock Exchange New York Times New York City Council of the United States",
          "a_b _ __ @#r$% #hlink# <b> & % * ^ ~ ` \\ |");

  @Test
  void everyWordIsReadAsNlp4jReadsIt() throws IOException {
    List<List<String>> sentences = new ArrayList<>();
    EnglishTokenizer tokenizer = new EnglishTokenizer();
    Stream.concat(ODD.stream(), examples())
        .flatMap(text -> tokenizer.segmentize(text).stream())
        .forEach(words -> sentences.add(words.stream().map(w -> w.getWordForm()).toList()));
    // One sentence of everything shows long ones too.
    sentences.add(sentences.stream().skip(10).limit(20).flatMap(List::stream).toList());
    assertTrue(sentences.size() > 300, "only " + sentences.size() + " sentences");
    Parser flat = Parser.open(Path.of("target"));
    Shipment shipped = new Shipment();
    for (List<String> sentence : sentences) {
      assertEquals(shipped.parse(sentence), flat.tag(sentence, true).parses(), sentence.toString());
    }
  }

  @Test
  void theTreeDoesNotDependOnNames() throws IOException {
    Parser flat = Parser.open(Path.of("target"));
    List<String> words = List.of("Nvidia", "sold", "chips", "to", "Tencent", "in", "May", ".");
    List<Parse> named = flat.tag(words, true).parses();
    List<Parse> plain = flat.tag(words, false).parses();
    assertEquals("U-ORG", named.getFirst().entity());
    assertEquals("O", plain.getFirst().entity());
    for (int i = 0; i < words.size(); i++) {
      assertEquals(named.get(i).head(), plain.get(i).head());
      assertEquals(named.get(i).relation(), plain.get(i).relation());
    }
  }

  /** The sentences that document the patterns, all of them invented. */
  private static Stream<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("ontology/patterns"))) {
      List<String> out = new ArrayList<>();
      for (Path file : files.sorted().toList()) {
        JsonNode patterns = new YAMLMapper().readTree(file.toFile());
        patterns.findValues("text").forEach(text -> out.add(text.asText()));
        patterns.findValues("not").forEach(list -> list.forEach(text -> out.add(text.asText())));
      }
      return out.stream();
    }
  }
}
