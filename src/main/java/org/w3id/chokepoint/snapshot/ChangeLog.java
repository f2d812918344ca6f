package org.w3id.chokepoint.snapshot;

import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The change sets that stay when older snapshots go: {@code changes/<newer>.rdfp.gz}, RDF Patches
 * whose headers name the snapshot before and the days of both runs.
 */
public final class ChangeLog {
  /** Change sets kept. */
  static final int MOST = 100;

  /** Lines read for one history; older changes than these are left out. */
  private static final int LINES = 1_000_000;

  private static final String END = ".rdfp.gz";

  private final Path folder;

  private ChangeLog(Path folder) {
    this.folder = folder;
  }

  /** The change sets beside the snapshots under {@code root}. */
  static ChangeLog under(Path root) {
    return new ChangeLog(root.resolve("changes"));
  }

  /**
   * From one snapshot to the next.
   *
   * @param dateBefore day of the older run; "" where it has none
   * @param dateAfter day of the newer one
   */
  public record Step(ChangeSet change, String dateBefore, String dateAfter) {
    /** Compares two snapshots. */
    public static Step between(Snapshot before, Snapshot after) {
      return new Step(
          ChangeSet.between(before, after), before.manifest().date(), after.manifest().date());
    }
  }

  /** Keeps a step, whole or not at all; what was there under the newer name goes. */
  void keep(Step step) throws IOException {
    Files.createDirectories(folder);
    Path work = Files.createTempFile(folder, ".writing-", END);
    try {
      try (OutputStream out =
          new BufferedOutputStream(
              new GZIPOutputStream(Files.newOutputStream(work), 1 << 16), 1 << 16)) {
        String days = "H days \"" + step.dateBefore() + "\" \"" + step.dateAfter() + "\" .\n";
        out.write(days.getBytes(StandardCharsets.UTF_8));
        step.change().patch(out);
      }
      Folders.sync(work);
      Folders.rename(work, file(step.change().after()));
      Folders.sync(folder);
    } finally {
      Files.deleteIfExists(work);
    }
  }

  /** The step that led to a snapshot. */
  Optional<Step> to(String name) {
    return read(name, Integer.MAX_VALUE);
  }

  /** The steps that led to a snapshot, the newest first, as far back as they are kept. */
  List<Step> back(String name) {
    List<Step> steps = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int left = LINES;
    for (String at = name; seen.add(at); ) {
      Optional<Step> step = read(at, left);
      if (step.isEmpty()) {
        break;
      }
      ChangeSet change = step.get().change();
      steps.add(step.get());
      left -= change.added().size() + change.deleted().size();
      at = change.before();
    }
    return steps;
  }

  /** Removes what leads to no kept snapshot, and the oldest steps where there are too many. */
  void sweep(String newest) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Set<Path> keep = new LinkedHashSet<>();
    String at = newest;
    while (keep.size() < MOST && Files.exists(file(at)) && keep.add(file(at))) {
      at = before(at);
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(file -> !keep.contains(file)).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path file(String name) {
    return folder.resolve(name + END);
  }

  private BufferedReader open(String name) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(file(name)), 1 << 16),
            StandardCharsets.UTF_8));
  }

  private String before(String name) {
    try (BufferedReader lines = open(name)) {
      return ChangeSet.read(lines.lines().limit(3).toList()).before();
    } catch (IOException | UncheckedIOException damaged) {
      return "";
    }
  }

  /**
   * Empty where there is no such step, or one of more lines than {@code most}. A damaged file ends
   * the history and nothing else.
   */
  private Optional<Step> read(String name, int most) {
    if (!Files.exists(file(name))) {
      return Optional.empty();
    }
    try (BufferedReader lines = open(name)) {
      String[] days = String.valueOf(lines.readLine()).split("\"", -1);
      List<String> patch = lines.lines().limit(most + 5L).toList();
      return days.length < 5 || patch.size() > most + 4L
          ? Optional.empty()
          : Optional.of(new Step(ChangeSet.read(patch), days[1], days[3]));
    } catch (IOException | UncheckedIOException damaged) {
      return Optional.empty();
    }
  }
}
