package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command, on lists as published. */
class ImportTest {
  private static final Path SHARED = Path.of("..", "shared", "reference-sources");

  @TempDir Path folder;

  @Test
  void theScreeningListConformsBesideTheReferenceData() throws IOException {
    Path out = folder.resolve("csl.ttl");
    Shell shell = imported("ita-csl-sample.csv", out);
    assertEquals(Exit.DONE, shell.code(), shell.err());
    assertTrue(shell.err().contains("108 parties"), shell.err());
    assertTrue(
        Files.readString(out)
            .contains(
                "actor:32-group-china a cp:Company ;\n    rdfs:label \"32 Group China\"@en ;"));
    conforms(out);
  }

  @Test
  void theOfacListJoinsOnlyWhatItNames() throws IOException {
    Path out = folder.resolve("ofac.ttl");
    Shell shell = imported("ofac-cons_prim.csv", out);
    assertEquals(Exit.WITH_COMPLAINTS, shell.code(), shell.err());
    assertTrue(shell.err().contains("unknown list or programme 'RUSSIA-EO14024'"), shell.err());
    String text = Files.readString(out);
    for (String known : List.of("huawei", "smic", "hikvision", "dji", "sugon", "inspur")) {
      assertTrue(text.contains("-list-" + known + "-2021-"), known + " is not joined");
    }
    assertTrue(text.contains("actor:huawei-investment-holding a cp:Company"));
    String doubts = Files.readString(folder.resolve("doubts.csv"));
    assertTrue(doubts.startsWith("line,listed,known,iri,\"why doubtful\"\n"), doubts);
    assertTrue(doubts.contains("\"HUAWEI INVESTMENT & HOLDING CO., LTD.\",Huawei,"), doubts);
    conforms(out);
    Shell again = imported("ofac-cons_prim.csv", out);
    assertEquals(shell.code(), again.code());
    assertEquals(text, Files.readString(out));
  }

  @Test
  void whatIsNoListIsRefusedInOneLine() throws IOException {
    Path file = Files.writeString(folder.resolve("list.csv"), "a,b\n");
    Shell shell = Shell.runWithoutParser("import", file.toString());
    assertEquals(Exit.NO_ACCESS, shell.code());
    assertEquals(1, shell.complaints().size(), shell.err());
    assertTrue(shell.err().startsWith(file + ":1: neither"), shell.err());
    assertEquals("", shell.out());
  }

  private Shell imported(String name, Path out) {
    Path list = SHARED.resolve(name);
    assumeTrue(Files.exists(list), "no ../shared here: the published lists go unread");
    return Shell.runWithoutParser(
        "import",
        list.toString(),
        "--out",
        out.toString(),
        "--report",
        folder.resolve("doubts.csv").toString());
  }

  /** Alone and with the rest; a shared label would be a warning. */
  private static void conforms(Path made) throws IOException {
    List<String> line = new ArrayList<>(List.of("check", made.toString()));
    Shell alone = Shell.runWithoutParser(line.toArray(String[]::new));
    assertEquals("0 violations, 0 warnings and notes\n", alone.out());
    try (Stream<Path> files = Files.list(Path.of("data/reference"))) {
      files.sorted().forEach(f -> line.add(f.toString()));
    }
    Shell all = Shell.runWithoutParser(line.toArray(String[]::new));
    assertEquals("0 violations, 0 warnings and notes\n", all.out());
  }
}
