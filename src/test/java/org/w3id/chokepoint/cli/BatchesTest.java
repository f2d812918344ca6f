package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.snapshot.ChangeSet;
import org.w3id.chokepoint.snapshot.Export;
import org.w3id.chokepoint.snapshot.Format;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;

/**
 * However articles come and go, the snapshot is that of a conversion of those that are left, byte
 * for byte, and the change sets lead from one dump to the next.
 */
class BatchesTest {
  private static final Path INVENTED =
      Path.of("src/test/resources/org/w3id/chokepoint/across/corpus.jsonl");
  private static final Path DEVELOPMENT = Path.of("../shared/corpus/articles");
  private static final int ROUNDS = Integer.getInteger("batches.rounds", 2);
  private static final int STEPS = 4;

  @TempDir Path folder;

  @Test
  void theWayDoesNotShow() throws IOException {
    List<String> lines = Files.readAllLines(INVENTED);
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      String grown = "grown-" + round;
      List<String> there = new ArrayList<>();
      List<String> dump = List.of();
      for (int step = 0; step < STEPS; step++) {
        there = step(there, lines, random);
        convert(grown, there);
        if (step > 0) {
          assertEquals(dump(grown), ChangeSet.apply(dump, patch(grown)), "seed " + round);
        }
        dump = dump(grown);
      }
      convert("fresh-" + round, there);
      same("fresh-" + round, grown, "seed " + round + ", step " + STEPS);
    }
  }

  @Test
  void anyInventedArticleMayGoAndComeBack() throws IOException {
    assumeTrue(Boolean.getBoolean("every"), "each article in turn with -Devery=true only");
    eachGoesAndComesBack(Files.readAllLines(INVENTED));
  }

  @Test
  void anyArticleOfTheDevelopmentCorpusMayGoAndComeBack() throws IOException {
    assumeTrue(Boolean.getBoolean("every"), "each article in turn with -Devery=true only");
    assumeTrue(Files.isDirectory(DEVELOPMENT), DEVELOPMENT + " is missing");
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(DEVELOPMENT)) {
      for (Path file : files.sorted().toList()) {
        lines.add(Files.readString(file).replaceAll("\\R", " "));
      }
    }
    eachGoesAndComesBack(lines);
  }

  private void eachGoesAndComesBack(List<String> lines) throws IOException {
    convert("all", lines);
    convert("grown", lines);
    for (int i = 0; i < lines.size(); i++) {
      List<String> rest = new ArrayList<>(lines);
      String gone = rest.remove(i);
      convert("grown", rest);
      convert("without-" + i, rest);
      same("without-" + i, "grown", "without " + gone.substring(0, 40));
      convert("grown", lines);
      same("all", "grown", "again with " + gone.substring(0, 40));
    }
  }

  /** Some articles more and some fewer, in any order. */
  private static List<String> step(List<String> there, List<String> all, Random random) {
    List<String> out = new ArrayList<>();
    for (String line : all) {
      boolean kept = there.contains(line) ? random.nextInt(4) > 0 : random.nextInt(2) == 0;
      if (kept) {
        out.add(line);
      }
    }
    Collections.shuffle(out, random);
    return out;
  }

  private void convert(String name, List<String> articles) throws IOException {
    Path file = Files.write(folder.resolve("articles.jsonl"), articles);
    Shell shell = Shell.run("convert", "--out", folder.resolve(name).toString(), file.toString());
    assertEquals(Exit.DONE, shell.code(), shell.err());
  }

  private void same(String expected, String actual, String when) throws IOException {
    for (String file : List.of(Snapshot.DATA, Snapshot.INFERRED, Snapshot.MANIFEST)) {
      assertArrayEquals(bytes(expected, file), bytes(actual, file), file + ", " + when);
    }
  }

  private byte[] bytes(String name, String file) throws IOException {
    return Files.readAllBytes(current(name).folder().resolve(file));
  }

  private List<String> dump(String name) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Export.write(current(name), Format.NQ, bytes);
    return bytes.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private List<String> patch(String name) throws IOException {
    Snapshots snapshots = Snapshots.at(folder.resolve(name));
    ByteArrayOutputStream patch = new ByteArrayOutputStream();
    ChangeSet.between(snapshots.previous().orElseThrow(), current(name)).patch(patch);
    return patch.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private Snapshot current(String name) {
    return Snapshots.at(folder.resolve(name)).current().orElseThrow();
  }
}
