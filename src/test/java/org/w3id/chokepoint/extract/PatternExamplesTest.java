package org.w3id.chokepoint.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.chokepoint.claim.Claim;
import org.w3id.chokepoint.claim.Knowledge;
import org.w3id.chokepoint.claim.Reader;
import org.w3id.chokepoint.claim.Reading;
import org.w3id.chokepoint.text.Parser;

/** Runs the sentences that document each pattern: examples yield what they say, the others not. */
class PatternExamplesTest {
  private static Knowledge knowledge;
  private static Reader reader;

  @BeforeAll
  static void load() throws IOException {
    knowledge = Knowledge.load(Path.of(""));
    reader = new Reader(knowledge, Parser.annotator());
  }

  @Test
  void thereAreAtLeastFortyPatternsEachWithItsOwnName() {
    Set<String> names = new TreeSet<>();
    knowledge.patterns().forEach(p -> assertTrue(names.add(p.name()), "twice: " + p.name()));
    assertTrue(names.size() >= 40, names.size() + " patterns");
  }

  @TestFactory
  Stream<DynamicTest> examplesYieldWhatTheySay() {
    return knowledge.patterns().stream()
        .flatMap(
            p ->
                p.examples().stream()
                    .map(e -> dynamicTest(p.name() + ": " + e.text(), () -> yields(p, e))));
  }

  @TestFactory
  Stream<DynamicTest> counterexamplesDoNotFire() {
    return knowledge.patterns().stream()
        .flatMap(
            p ->
                p.nots().stream()
                    .map(n -> dynamicTest(p.name() + " not: " + n, () -> silent(p, n))));
  }

  private static void yields(Pattern pattern, Pattern.Example example) {
    Reading reading = reader.read(Parser.article(example.text()));
    List<String> found =
        reading.claims().stream()
            .filter(c -> c.pattern().equals(pattern.name()))
            .flatMap(c -> texts(c, reading))
            .toList();
    example
        .yields()
        .forEach(
            y ->
                assertTrue(
                    found.contains(y),
                    pattern.name()
                        + " wanted "
                        + y
                        + ", found "
                        + found
                        + ", all "
                        + reading.claims()));
  }

  private static void silent(Pattern pattern, String text) {
    Reading reading = reader.read(Parser.article(text));
    List<Claim> fired =
        reading.claims().stream().filter(c -> c.pattern().equals(pattern.name())).toList();
    assertTrue(fired.isEmpty(), pattern.name() + " fired: " + fired);
  }

  private static Stream<String> texts(Claim claim, Reading reading) {
    return Stream.concat(
        claim.statement().stream()
            .map(s -> s.subject().label() + " " + s.predicate() + " " + s.object().label()),
        claim.event().stream()
            .flatMap(iri -> reading.events().stream().filter(e -> e.iri().equals(iri)))
            .map(e -> e.kind()));
  }
}
