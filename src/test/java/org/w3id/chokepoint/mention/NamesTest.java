package org.w3id.chokepoint.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.chokepoint.claim.Knowledge;
import org.w3id.chokepoint.text.Parser;
import org.w3id.chokepoint.text.Sentence;

/** Names in invented sentences: which words are marked, and as whom. */
class NamesTest {
  private static Knowledge knowledge;

  @BeforeAll
  static void load() throws IOException {
    knowledge = Knowledge.load(Path.of(""));
  }

  @Test
  void thereAreAtLeastOneHundredAndFiftyTexts() {
    assertTrue(
        Marked.lines("names.txt").size() >= 150, Marked.lines("names.txt").size() + " texts");
  }

  @TestFactory
  Stream<DynamicTest> marksTheNamesAndNothingElse() {
    return Marked.lines("names.txt").stream().map(l -> dynamicTest(l, () -> check(Marked.of(l))));
  }

  @TestFactory
  Stream<DynamicTest> tellsWhatANewNameIs() {
    return Marked.lines("typing.txt").stream().map(l -> dynamicTest(l, () -> check(Marked.of(l))));
  }

  private static void check(Marked wanted) {
    List<Sentence> sentences = Parser.annotator().annotate(Parser.article(wanted.text()));
    List<String> found =
        new NameFinder(knowledge.ontology(), knowledge.reference(), knowledge.names())
            .find(sentences).stream()
                .filter(m -> m.form() != Mention.Form.DESCRIPTION)
                .map(m -> m.begin() + "-" + m.end() + " " + name(m.entity()))
                .toList();
    assertEquals(
        wanted.marks().stream().map(m -> m.begin() + "-" + m.end() + " " + m.entity()).toList(),
        found,
        wanted.text());
  }

  private static String name(Entity e) {
    return e.known() ? e.iri().replace("https://w3id.org/chokepoint/id/", "") : "=" + e.kind();
  }
}
