package org.w3id.chokepoint.snapshot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * What differs between two snapshots, as lines of N-Quads; inferences are in the graph of their own
 * name. The older dump with this applied is the newer one, byte for byte.
 *
 * @param before name of the older snapshot
 * @param after name of the newer one
 * @param deleted lines of the older only, in code-point order
 * @param added lines of the newer only, likewise
 */
public record ChangeSet(String before, String after, List<String> deleted, List<String> added) {
  private static final String SNAPSHOT = "urn:chokepoint:snapshot:";
  private static final String DELETE = "D ";
  private static final String ADD = "A ";

  public ChangeSet {
    deleted = List.copyOf(deleted);
    added = List.copyOf(added);
  }

  /** Compares two snapshots; reads both files line by line, as both are sorted. */
  public static ChangeSet between(Snapshot before, Snapshot after) {
    List<String> deleted = new ArrayList<>();
    List<String> added = new ArrayList<>();
    compare(before, after, Snapshot.DATA, deleted, added);
    compare(before, after, Snapshot.INFERRED, deleted, added);
    return sorted(before.name(), after.name(), deleted, added);
  }

  /**
   * Out of the lines of two files each, data and inferences.
   *
   * @param base of the data
   */
  static ChangeSet of(
      String before,
      String after,
      String base,
      List<List<String>> deleted,
      List<List<String>> added) {
    return sorted(before, after, quads(deleted, base), quads(added, base));
  }

  private static List<String> quads(List<List<String>> files, String base) {
    List<String> out = new ArrayList<>(files.getFirst());
    files.getLast().forEach(line -> out.add(inferred(line, base)));
    return out;
  }

  private static ChangeSet sorted(
      String before, String after, List<String> deleted, List<String> added) {
    deleted.sort(ChangeSet::order);
    added.sort(ChangeSet::order);
    return new ChangeSet(before, after, deleted, added);
  }

  private static void compare(
      Snapshot before, Snapshot after, String file, List<String> deleted, List<String> added) {
    try (BufferedReader old = lines(before, file);
        BufferedReader young = lines(after, file)) {
      String left = old.readLine();
      String right = young.readLine();
      while (left != null || right != null) {
        int order = left == null ? 1 : right == null ? -1 : order(left, right);
        if (order < 0) {
          deleted.add(quad(Objects.requireNonNull(left), before, file));
        } else if (order > 0) {
          added.add(quad(Objects.requireNonNull(right), after, file));
        }
        left = order <= 0 ? old.readLine() : left;
        right = order >= 0 ? young.readLine() : right;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot compare " + before.folder() + " and " + after.folder(), e);
    }
  }

  private static BufferedReader lines(Snapshot snapshot, String file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(snapshot.folder().resolve(file)), 1 << 16),
            StandardCharsets.UTF_8));
  }

  private static String quad(String line, Snapshot snapshot, String file) {
    return file.equals(Snapshot.DATA) ? line : inferred(line, snapshot.manifest().base());
  }

  /** A triple that follows, in the graph of its own. */
  private static String inferred(String line, String base) {
    return line.substring(0, line.length() - 1) + "<" + base + Terms.INFERRED + "> .";
  }

  /** Order of the UTF-8 bytes. */
  static int order(String a, String b) {
    return Arrays.compareUnsigned(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }

  /** Whether nothing differs. */
  public boolean isEmpty() {
    return deleted.isEmpty() && added.isEmpty();
  }

  /** Writes RDF Patch (https://afs.github.io/rdf-patch/): header, one transaction, D and A rows. */
  public void patch(OutputStream out) throws IOException {
    line(out, "H id <" + SNAPSHOT + after + "> .");
    line(out, "H prev <" + SNAPSHOT + before + "> .");
    line(out, "TX .");
    for (String l : deleted) {
      line(out, DELETE + l);
    }
    for (String l : added) {
      line(out, ADD + l);
    }
    line(out, "TC .");
  }

  /** Reads what {@link #patch} wrote. */
  static ChangeSet read(List<String> patch) {
    return new ChangeSet(
        header(patch, "prev"), header(patch, "id"), rows(patch, DELETE), rows(patch, ADD));
  }

  private static String header(List<String> patch, String name) {
    String start = "H " + name + " <" + SNAPSHOT;
    return patch.stream()
        .filter(line -> line.startsWith(start))
        .map(line -> line.substring(start.length(), line.indexOf('>')))
        .findFirst()
        .orElse("");
  }

  private static List<String> rows(List<String> patch, String kind) {
    return patch.stream()
        .filter(line -> line.startsWith(kind))
        .map(line -> line.substring(kind.length()))
        .toList();
  }

  private static void line(OutputStream out, String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The lines of a dump after a patch, sorted.
   *
   * @throws IllegalArgumentException where the patch deletes a line that is not there, or adds one
   *     that is: it belongs to another dump
   */
  public static List<String> apply(List<String> dump, List<String> patch) {
    TreeSet<String> lines = new TreeSet<>(ChangeSet::order);
    lines.addAll(dump);
    for (int i = 0; i < patch.size(); i++) {
      String row = patch.get(i);
      boolean fits =
          row.startsWith(DELETE)
              ? lines.remove(row.substring(DELETE.length()))
              : !row.startsWith(ADD) || lines.add(row.substring(ADD.length()));
      if (!fits) {
        throw new IllegalArgumentException(
            "line "
                + (i + 1)
                + " of the patch does not fit the dump ("
                + row.substring(0, Math.min(row.length(), 120))
                + "); take the dump of the snapshot that its header names");
      }
    }
    return List.copyOf(lines);
  }
}
