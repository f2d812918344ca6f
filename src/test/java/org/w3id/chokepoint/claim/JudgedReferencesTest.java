package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.text.Parser;

/**
 * How often a pronoun or description is taken for whom it means: references in invented articles,
 * judged by readers who saw no program.
 */
class JudgedReferencesTest {
  /** What became of a reference that means something named, or nothing. */
  private enum Outcome {
    RIGHT,
    WRONG,
    MISSED,
    LEFT_OPEN,
    MADE_UP
  }

  @Test
  void mostAreRight() throws IOException {
    Knowledge knowledge = Knowledge.load(Path.of(""));
    Reader reader = new Reader(knowledge, Parser.annotator());
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (String line : Lines.of("judged.txt").toList()) {
      counts.merge(outcome(knowledge, reader, line), 1, Integer::sum);
    }
    System.out.println("references, judged: " + counts);
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    int right = counts.getOrDefault(Outcome.RIGHT, 0);
    int told =
        right + counts.getOrDefault(Outcome.WRONG, 0) + counts.getOrDefault(Outcome.MADE_UP, 0);
    assertTrue(
        all > 500
            && right > .5 * told
            && right + counts.getOrDefault(Outcome.LEFT_OPEN, 0) > .5 * all);
  }

  private static Outcome outcome(Knowledge knowledge, Reader reader, String line) {
    String[] parts = line.split(" \\| ");
    String before = parts[0].substring(0, parts[0].indexOf("]]")).replace("[[", "");
    int end = before.codePointCount(0, before.length());
    List<Mention> mentions =
        reader.read(Parser.article(parts[0].replace("[[", "").replace("]]", ""))).mentions();
    List<Entity> meant =
        Stream.of(parts[1].split("; "))
            .flatMap(name -> mentions.stream().filter(m -> m.text().equalsIgnoreCase(name)))
            .map(Mention::entity)
            .toList();
    return mentions.stream()
        .filter(m -> m.form() == Mention.Form.REFERENCE && m.end() == end)
        .findFirst()
        .map(
            m ->
                meant.stream().anyMatch(e -> same(knowledge, e, m.entity()))
                    ? Outcome.RIGHT
                    : parts[1].equals("-") ? Outcome.MADE_UP : Outcome.WRONG)
        .orElse(parts[1].equals("-") ? Outcome.LEFT_OPEN : Outcome.MISSED);
  }

  /** A country stands for its government, and that for it. */
  private static boolean same(Knowledge knowledge, Entity one, Entity other) {
    return one.equals(other)
        || knowledge.reference().objects(one, "governs").contains(other)
        || knowledge.reference().objects(other, "governs").contains(one);
  }
}
