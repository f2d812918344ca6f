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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.snapshot.ChangeLog;
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
  private static final int MADE = Integer.getInteger("batches.made", 60);
  private static final int STEPS = 4;

  @TempDir Path folder;

  @Test
  void theWayDoesNotShow() throws IOException {
    comeAndGo("written", Files.readAllLines(INVENTED));
  }

  @Test
  void norWithManyMadeByChance() throws IOException {
    assumeTrue(MADE > 0, "made articles with -Dbatches.made=N only");
    comeAndGo("made", IntStream.range(0, MADE).mapToObj(Invented::line).toList());
  }

  private void comeAndGo(String name, List<String> lines) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      Random random = new Random(round);
      String grown = name + "-grown-" + round;
      List<String> there = new ArrayList<>();
      List<String> dump = List.of();
      for (int step = 0; step < STEPS; step++) {
        there = step(there, lines, random);
        convert(grown, there);
        if (step > 0) {
          ChangeSet change = change(grown);
          assertEquals(dump(grown), ChangeSet.apply(dump, patch(change)), "seed " + round);
          assertEquals(
              List.of(change),
              Snapshots.at(folder.resolve(grown)).history(current(grown)).stream()
                  .limit(1)
                  .map(ChangeLog.Step::change)
                  .toList());
        }
        dump = dump(grown);
      }
      convert(name + "-fresh-" + round, there);
      same(name + "-fresh-" + round, grown, "seed " + round + ", step " + STEPS);
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

  /** By comparing both snapshots line by line. */
  private ChangeSet change(String name) {
    Snapshots snapshots = Snapshots.at(folder.resolve(name));
    return ChangeSet.between(snapshots.previous().orElseThrow(), current(name));
  }

  private static List<String> patch(ChangeSet change) throws IOException {
    ByteArrayOutputStream patch = new ByteArrayOutputStream();
    change.patch(patch);
    return patch.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private Snapshot current(String name) {
    return Snapshots.at(folder.resolve(name)).current().orElseThrow();
  }
}
