package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad input gets one clear line and the right exit code, and takes nothing with it. */
class BadInputTest {
  private static final String GOOD = "Nvidia acquired Lunar Devices in 2023.";

  @TempDir Path folder;

  @Test
  void eachBadFileGetsItsLineAndTheGoodOneIsConverted() throws IOException {
    Path input = Files.createDirectory(folder.resolve("in"));
    Files.writeString(input.resolve("good.txt"), GOOD);
    Files.writeString(input.resolve("empty.txt"), "");
    Files.writeString(input.resolve("blank.txt"), " \n\t\n");
    Files.write(input.resolve("binary.txt"), new byte[] {'a', 0, 1, 2});
    Files.write(
        input.resolve("latin.txt"), "one\ntwo\ncaf\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    Files.writeString(input.resolve("broken.json"), "{\"id\": 1,");
    Files.writeString(input.resolve("bare.json"), "{\"id\": \"x\", \"title\": \"t\"}");
    Files.writeString(
        input.resolve("lines.jsonl"), "{\"id\": \"l1\", \"text\": \"" + GOOD + "\"}\n{oops}\n");
    Files.writeString(
        input.resolve("copy.json"), "{\"id\": \"good\", \"text\": \"Intel is no more.\"}");

    Shell shell = Shell.run("convert", input.toString(), "--out", out().toString());

    assertEquals(Exit.WITH_COMPLAINTS, shell.code());
    List<String> lines =
        shell.complaints().stream().filter(l -> l.startsWith(input.toString())).sorted().toList();
    assertEquals(8, lines.size(), shell.err());
    line(lines.get(0), "bare.json: the object has no \"text\"; put");
    line(lines.get(1), "binary.txt: the file is binary, not text");
    line(lines.get(2), "blank.txt: the file has nothing but white space; give");
    line(lines.get(3), "broken.json:1: not well-formed JSON");
    line(lines.get(4), "empty.txt: the file is empty; give");
    line(lines.get(5), "good.txt: its id 'good' is taken by " + input.resolve("copy.json"));
    line(lines.get(6), "latin.txt:3: the bytes are not valid UTF-8; save");
    line(lines.get(7), "lines.jsonl:2: not well-formed JSON (");
    String manifest = Files.readString(out().resolve("current/manifest.json"));
    assertTrue(manifest.contains("\"id\" : \"good\"") && manifest.contains("\"id\" : \"l1\""));
    assertEquals(8, manifest.split("\"reason\"", -1).length - 1);
  }

  @Test
  void whereNothingCanBeReadTheOldSnapshotStays() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.txt"), "");
    Path bare = Files.createDirectory(folder.resolve("bare"));
    String before = Seeds.snapshot().name();
    for (Path bad : List.of(empty, bare)) {
      Shell shell =
          Shell.runWithoutParser("convert", bad.toString(), "--out", Seeds.folder().toString());
      assertEquals(Exit.WITH_COMPLAINTS, shell.code());
      line(shell.complaints().get(0), bad.getFileName() + ": the f");
      assertEquals("", shell.out());
      assertEquals(before, Seeds.snapshot().name());
    }
  }

  @Test
  void whatCannotBeFoundStopsTheStart() {
    String none = folder.resolve("none").toString();
    for (String[] args :
        new String[][] {
          {"convert", "seeds", none, "--out", out().toString()},
          {"run", none, "--port", "0"},
          {"serve", "--data", none, "--port", "0"},
          {"serve", "--config", none, "--port", "0"},
          {"query", "ASK {}", "--data", none},
          {"explain", "a", "b", "c", "--data", none},
          {"export", "--format", "nt", "--data", none},
          {"check", none + ".ttl"},
          {"reason", none + ".ttl"},
          {"import", none + ".csv"},
          {"entails", none + ".ttl", none + ".ttl"}
        }) {
      Shell shell = Shell.runWithoutParser(args);
      assertEquals(Exit.NO_ACCESS, shell.code(), String.join(" ", args) + ": " + shell.err());
      assertEquals(1, shell.complaints().size(), shell.err());
      line(shell.complaints().get(0), "none");
    }
    assertFalse(Files.exists(out()));
  }

  @Test
  void whatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    Path good = Files.writeString(folder.resolve("good.txt"), GOOD);
    Path inside = file.resolve("out");
    Shell convert = Shell.run("convert", good.toString(), "--out", inside.toString());
    assertEquals(Exit.NO_ACCESS, convert.code(), convert.err());
    assertTrue(convert.err().contains(inside.toString()), convert.err());
    Shell export =
        Shell.runWithoutParser(
            "export",
            "--format",
            "nt",
            "--out",
            inside.toString(),
            "--data",
            Seeds.folder().toString());
    assertEquals(Exit.NO_ACCESS, export.code(), export.err());
    assertTrue(export.err().startsWith(inside + ": cannot be written"), export.err());
  }

  @Test
  void aPortInUseIsToldBeforeAnythingIsRead() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      for (String command : List.of("run", "serve")) {
        Shell shell = Shell.runWithoutParser(command, "--port", port);
        assertEquals(Exit.NO_ACCESS, shell.code(), shell.err());
        assertEquals(1, shell.complaints().size(), shell.err());
        assertTrue(
            shell.err().startsWith("cannot listen on 127.0.0.1 port " + port + ": "), shell.err());
        assertTrue(shell.err().contains("--port"), shell.err());
      }
    }
  }

  @Test
  void brokenRdfIsNamedWithItsLine() throws IOException {
    Path file =
        Files.writeString(folder.resolve("broken.ttl"), "<http://ex/a> <http://ex/b>\n. .\n");
    for (String command : List.of("check", "reason")) {
      Shell shell = Shell.runWithoutParser(command, file.toString());
      assertEquals(Exit.NO_ACCESS, shell.code());
      assertEquals(1, shell.complaints().size(), shell.err());
      line(shell.complaints().get(0), "broken.ttl:2: ");
    }
  }

  @Test
  void aBrokenQueryIsNamedWithItsPlace() {
    Shell shell =
        Shell.runWithoutParser("query", "SELECT *\n{ ?s ?p", "--data", Seeds.folder().toString());
    assertEquals(Exit.USAGE, shell.code());
    assertTrue(shell.err().startsWith("the query has an error at line 2, column "), shell.err());
    assertEquals(1, shell.complaints().size(), shell.err());
  }

  @Test
  void aDamagedSnapshotIsRefusedAndThePreviousOneServes() throws IOException {
    Path good = Files.writeString(folder.resolve("good.txt"), GOOD);
    Shell.run("convert", good.toString(), "--out", out().toString());
    Files.writeString(good, GOOD + " Huawei develops the Ascend 910C.");
    Shell second = Shell.run("convert", good.toString(), "--out", out().toString());
    Files.write(Path.of(second.out().strip()).resolve("data.nq.gz"), new byte[] {1});
    Shell query = Shell.runWithoutParser("query", "ASK { ?s ?p ?o }", "--data", out().toString());
    assertEquals(Exit.DONE, query.code(), query.err());
    assertEquals("true\n", query.out());
    assertTrue(query.err().contains("data.nq.gz: "), query.err());
  }

  private Path out() {
    return folder.resolve("out");
  }

  private void line(String line, String part) {
    assertTrue(line.contains(part) && line.startsWith(folder.toString()), line);
  }
}
