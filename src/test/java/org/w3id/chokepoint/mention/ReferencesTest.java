package org.w3id.chokepoint.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.chokepoint.claim.Knowledge;
import org.w3id.chokepoint.text.Parser;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Pronouns and descriptions in invented sentences: whom they mean, and when that is left open. */
class ReferencesTest {
  private static Knowledge knowledge;

  @BeforeAll
  static void load() throws IOException {
    knowledge = Knowledge.load(Path.of(""));
  }

  @Test
  void thereAreAtLeastEightyTexts() {
    assertTrue(Marked.lines("references.txt").size() >= 80);
  }

  @TestFactory
  Stream<DynamicTest> pointBackToWhomTheyMean() {
    return Marked.lines("references.txt").stream()
        .map(l -> dynamicTest(l, () -> check(Marked.of(l))));
  }

  private static void check(Marked wanted) {
    List<Sentence> sentences = Parser.annotator().annotate(Parser.article(wanted.text()));
    List<Mention> names =
        new NameFinder(knowledge.ontology(), knowledge.reference(), knowledge.names())
            .find(sentences);
    Participants participants =
        new Participants(
            knowledge.ontology(),
            knowledge.reference(),
            knowledge.names(),
            sentences,
            names,
            Optional.empty());
    for (Marked.Mark mark : wanted.marks()) {
      assertEquals(mark.entity(), meant(sentences, participants, mark), wanted.text());
    }
  }

  private static String meant(
      List<Sentence> sentences, Participants participants, Marked.Mark mark) {
    for (Sentence s : sentences) {
      for (Token t : s.tokens()) {
        if (t.end() == mark.end()) {
          String all =
              participants.of(s, t).stream()
                  .map(p -> p.entity().iri().replace("https://w3id.org/chokepoint/id/", ""))
                  .sorted()
                  .collect(Collectors.joining(" + "));
          return all.isEmpty() ? "-" : all;
        }
      }
    }
    throw new AssertionError("no token ends at " + mark.end());
  }
}
