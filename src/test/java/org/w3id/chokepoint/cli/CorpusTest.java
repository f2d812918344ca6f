package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every form and every kind of bad input: {@code corpus/} holds the documents, {@code corpus.tsv}
 * what becomes of each. Those that are large are made here.
 */
class CorpusTest {
  private static final Path CORPUS =
      Path.of("src/test/resources/org/w3id/chokepoint/article/corpus");
  private static final Path EXPECTED = CORPUS.resolveSibling("corpus.tsv");
  private static final int MEGA = 1 << 20;

  @TempDir Path folder;

  @Test
  void eachDocumentGetsItsLineAndTheBatchGoesOn() throws IOException {
    Path in = Files.createDirectory(folder.resolve("in"));
    copy(in);
    large(in.resolve("large"));
    Set<String> before = files(folder);
    Path out = folder.resolve("out");

    Shell shell = Shell.run("convert", in.toString(), "--verbose", "--out", out.toString());

    assertEquals(Exit.WITH_COMPLAINTS, shell.code(), shell.err());
    JsonNode manifest = new ObjectMapper().readTree(out.resolve("current/manifest.json").toFile());
    List<String> lines = lines(manifest, in);
    Regenerate.check(EXPECTED, String.join("\n", lines) + "\n");
    assertTrue(lines.size() >= 60);
    for (JsonNode rejected : manifest.path("rejected")) {
      assertTrue(shell.err().contains(rejected.path("reason").asText()), rejected.toString());
    }
    Set<String> after = files(folder);
    after.removeIf(f -> f.startsWith("out"));
    assertEquals(before, after);
    assertEquals(
        List.of(),
        files(out).stream()
            .filter(f -> !f.matches("(current|previous|[0-9a-f]{12}(/[\\w.]+)?)?"))
            .toList());
  }

  @Test
  void standardInputPatternsAndFoldersAreInputsToo() throws IOException {
    InputStream in = System.in;
    try (InputStream lines = Files.newInputStream(CORPUS.resolve("gzip/lines.jsonl.gz"))) {
      System.setIn(lines);
      Shell shell =
          Shell.runWithoutParser(
              "convert", "--dry-run", "-", CORPUS.resolve("t*t/{plain,crlf}.txt").toString());
      assertEquals(Exit.DONE, shell.code(), shell.err());
      List<String> ids =
          shell.out().lines().map(l -> l.replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1")).toList();
      assertEquals(List.of("z1", "z2", "crlf", "plain"), ids);
    } finally {
      System.setIn(in);
    }
    String none = CORPUS.resolve("*.none").toString();
    Shell shell = Shell.runWithoutParser("convert", "--dry-run", none);
    assertEquals(Exit.NO_ACCESS, shell.code());
    assertTrue(shell.err().startsWith(none + ": no file is like this"), shell.err());
  }

  @Test
  void whatADryRunPrintsIsReadAgainTheSame() throws IOException {
    String first = Shell.runWithoutParser("convert", "--dry-run", CORPUS.toString()).out();
    Path again = Files.writeString(folder.resolve("again.jsonl"), first);
    String second = Shell.runWithoutParser("convert", "--dry-run", again.toString()).out();
    assertEquals(texts(first), texts(second));
  }

  private static List<String> texts(String lines) throws IOException {
    List<String> out = new ArrayList<>();
    for (String line : lines.lines().toList()) {
      JsonNode article = new ObjectMapper().readTree(line);
      out.add(
          Stream.of("id", "title", "date", "url", "text")
              .map(f -> article.path(f).asText())
              .toList()
              .toString());
    }
    return out;
  }

  private static List<String> lines(JsonNode manifest, Path in) {
    List<String> out = new ArrayList<>();
    for (JsonNode a : manifest.path("inputs")) {
      out.add(
          place(a, in) + "\taccepted\t" + a.path("form").asText() + " " + a.path("id").asText());
    }
    for (JsonNode d : manifest.path("duplicates")) {
      out.add(place(d, in) + "\tduplicate\t" + d.path("of").asText() + " " + d.path("likeness"));
    }
    for (JsonNode r : manifest.path("rejected")) {
      out.add(place(r, in) + "\trejected\t" + r.path("reason").asText().replace(in + "/", ""));
    }
    return out.stream().sorted().toList();
  }

  private static String place(JsonNode entry, Path in) {
    String file = entry.path("file").asText().replace(in + "/", "");
    return entry.path("line").asInt() > 0 ? file + ":" + entry.path("line") : file;
  }

  private static void copy(Path in) throws IOException {
    try (Stream<Path> files = Files.walk(CORPUS)) {
      for (Path file : files.toList()) {
        Path to = in.resolve(CORPUS.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else {
          Files.copy(file, to);
        }
      }
    }
  }

  private static void large(Path in) throws IOException {
    Files.createDirectories(in);
    byte[] words = "chips and more chips ".repeat(MEGA / 20).getBytes(StandardCharsets.UTF_8);
    repeat(Files.newOutputStream(in.resolve("one-line.txt")), "", words, 100, "");
    repeat(Files.newOutputStream(in.resolve("one-line.json")), "{\"text\": \"", words, 100, "\"}");
    repeat(
        Files.newOutputStream(in.resolve("long-second-line.jsonl")),
        "{\"id\": \"before\", \"text\": \"Ironwood Chips stands before a very long line.\"}\n{\"text\": \"",
        words,
        40,
        "\"}\n{\"id\": \"after\", \"text\": \"Jarrah Chips stands after it and is read.\"}\n");
    byte[] shortLines = "a\n".repeat(MEGA / 2).getBytes(StandardCharsets.UTF_8);
    repeat(Files.newOutputStream(in.resolve("short-lines.txt")), "", shortLines, 20, "");
    byte[] spaces = new byte[MEGA];
    Arrays.fill(spaces, (byte) ' ');
    repeat(new GZIPOutputStream(Files.newOutputStream(in.resolve("bomb.gz"))), "", spaces, 200, "");
    byte[] lines = "\n".repeat(MEGA).getBytes(StandardCharsets.UTF_8);
    repeat(
        new GZIPOutputStream(Files.newOutputStream(in.resolve("bomb.jsonl.gz"))),
        "{\"text\": \"Kauri Chips stands before a bomb.\", \"id\": \"kauri\"}\n",
        lines,
        200,
        "");
  }

  private static void repeat(OutputStream to, String start, byte[] part, int times, String end)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(to)) {
      out.write(start.getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < times; i++) {
        out.write(part);
      }
      out.write(end.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static Set<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      Set<String> out = new TreeSet<>();
      all.forEach(p -> out.add(root.relativize(p).toString()));
      return out;
    }
  }
}
