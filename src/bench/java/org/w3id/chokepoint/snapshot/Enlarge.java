package org.w3id.chokepoint.snapshot;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A large snapshot out of a small one: {@code Enlarge SNAPSHOT FOLDER TIMES MENTIONS}. The graph of
 * each article comes TIMES times, with articles, claims and events under other names about the same
 * actors and technologies; of the mentions every MENTIONS-th is kept, as they are most of the data.
 */
public final class Enlarge {
  private static final Pattern OURS =
      Pattern.compile("(/id/(?:graph/article-|article/|claim/|event/)[^>#]+)");

  private final Path from;
  private final Path to;
  private final int times;
  private final int mentions;
  private final Set<String> passages = new HashSet<>();
  private long lines;

  private Enlarge(Path from, Path to, int times, int mentions) {
    this.from = from;
    this.to = to;
    this.times = times;
    this.mentions = mentions;
  }

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[1]);
    String name = "0123456789ab";
    Path to = Files.createDirectories(root.resolve(name));
    Enlarge enlarge =
        new Enlarge(Path.of(args[0]), to, Integer.parseInt(args[2]), Integer.parseInt(args[3]));
    enlarge.passages();
    long quads = enlarge.copy(Snapshot.DATA, "/id/graph/article-");
    long inferred = enlarge.copy(Snapshot.INFERRED, "/id/event/", "/id/claim/", "/id/article/");
    Manifest small = Manifest.fromJson(Files.readString(enlarge.from.resolve(Snapshot.MANIFEST)));
    Manifest large =
        new Manifest(
            name,
            small.tool(),
            small.base(),
            small.date(),
            Map.of("quads", quads, "inferred", inferred),
            Map.of(
                Snapshot.DATA, info(to.resolve(Snapshot.DATA)),
                Snapshot.INFERRED, info(to.resolve(Snapshot.INFERRED))),
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of(),
            java.util.List.of());
    Files.writeString(to.resolve(Snapshot.MANIFEST), large.toJson());
    Files.writeString(root.resolve("current"), name + "\n");
    System.out.println(quads + " quads, " + inferred + " inferred triples in " + to);
  }

  private static Manifest.FileInfo info(Path file) throws IOException {
    return new Manifest.FileInfo(Files.size(file), Hashing.sha256(file), "");
  }

  private BufferedReader open(String file) throws IOException {
    return new BufferedReader(
        new InputStreamReader(
            new GZIPInputStream(Files.newInputStream(from.resolve(file))), StandardCharsets.UTF_8));
  }

  private void passages() throws IOException {
    try (BufferedReader in = open(Snapshot.DATA)) {
      in.lines()
          .filter(line -> line.contains("ontology#Passage>"))
          .forEach(line -> passages.add(subject(line)));
    }
  }

  /** Lines with one of {@code kinds} come many times, the others once. */
  private long copy(String file, String... kinds) throws IOException {
    lines = 0;
    try (BufferedWriter out =
        new BufferedWriter(
            new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(to.resolve(file)), 1 << 16),
                StandardCharsets.UTF_8))) {
      for (int copy = 0; copy < times; copy++) {
        try (BufferedReader in = open(file)) {
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            boolean many = java.util.Arrays.stream(kinds).anyMatch(line::contains);
            if (many ? kept(line, copy) : copy == 0) {
              out.write(copy == 0 ? line : OURS.matcher(line).replaceAll("$1-" + copy));
              out.write('\n');
              lines++;
            }
          }
        }
      }
    }
    return lines;
  }

  private boolean kept(String line, int copy) {
    String subject = subject(line);
    return !subject.contains("#char-")
        || passages.contains(subject)
        || Math.floorMod((subject + copy).hashCode(), mentions) == 0;
  }

  private static String subject(String line) {
    return line.substring(0, line.indexOf(' '));
  }
}
