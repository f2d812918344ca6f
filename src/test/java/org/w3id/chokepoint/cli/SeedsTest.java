package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.snapshot.Records;

/** The same articles give the same bytes: anywhere, in any order, on any number of threads. */
class SeedsTest {
  private static final List<String> TEXTS =
      List.of(
          "Lunar Devices said it will supply chips to Huawei. Nvidia competes with Lunar Devices.",
          "The U.S. government placed Lunar Devices on its Entity List in 2024.",
          "Nvidia acquired Lunar Devices in 2023. Beijing urged the company to halt sales.",
          "TSMC manufactures the H20 for Nvidia.");

  @TempDir Path folder;

  @Test
  void theFileUnderVersionControlIsWhatConvertGives() throws IOException {
    Regenerate.check(
        Path.of("data/seeds.nq"), new String(Seeds.data(Seeds.folder()), StandardCharsets.UTF_8));
  }

  @Test
  void anotherProcessWithOtherTimeZoneLocaleAndThreadsGivesTheSameBytes() throws Exception {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx4g",
                "-Duser.timezone=Pacific/Kiritimati",
                "-Duser.language=tr",
                "-Duser.country=TR",
                "-Duser.region=TR",
                "-Dfile.encoding=ISO-8859-9",
                "-cp",
                System.getProperty("java.class.path"),
                "org.w3id.chokepoint.cli.Main",
                "convert",
                "seeds",
                "--threads",
                "1",
                "--out",
                folder.toString())
            .inheritIO()
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertEquals(0, child.waitFor(), () -> read(folder.resolve("err")));
    assertArrayEquals(Seeds.data(Seeds.folder()), Seeds.data(folder));
  }

  @Test
  void orderAndThreadsLeaveNoTrace() throws IOException {
    for (int i = 0; i < TEXTS.size(); i++) {
      Files.writeString(folder.resolve("article-" + i + ".txt"), TEXTS.get(i));
    }
    List<String> files =
        List.of("article-0.txt", "article-1.txt", "article-2.txt", "article-3.txt");
    byte[] first = convert("1", files);
    assertArrayEquals(first, convert("2", files));
    assertArrayEquals(first, convert("4", files.reversed()));
  }

  @Test
  void readingOneByOneGivesWhatReadingAtOnceGives() throws IOException {
    Path out = folder.resolve("grown");
    for (int i = 0; i < TEXTS.size(); i++) {
      Files.writeString(folder.resolve("article-" + i + ".txt"), TEXTS.get(i));
      Shell.run(
          Stream.concat(
                  Stream.of("convert", "--out", out.toString()),
                  Stream.iterate(0, n -> n + 1)
                      .limit(i + 1)
                      .map(n -> folder.resolve("article-" + n + ".txt").toString()))
              .toArray(String[]::new));
    }
    assertArrayEquals(
        convert("2", List.of("article-0.txt", "article-1.txt", "article-2.txt", "article-3.txt")),
        Seeds.data(out));
  }

  @Test
  void nothingFollowsFromRecords() {
    Graph all = RdfFiles.union(Seeds.snapshot().readAsserted());
    assertTrue(all.stream().anyMatch(t -> Records.contain(t.getSubject())));
    assertEquals(
        Closure.of(all).inferred().stream().collect(Collectors.toSet()),
        Seeds.snapshot().readInferred().stream().collect(Collectors.toSet()));
  }

  private byte[] convert(String threads, List<String> files) throws IOException {
    Path out = Files.createTempDirectory(folder, "out");
    Shell shell =
        Shell.run(
            Stream.concat(
                    Stream.of("convert", "--threads", threads, "--out", out.toString()),
                    files.stream().map(f -> folder.resolve(f).toString()))
                .toArray(String[]::new));
    assertEquals(Exit.DONE, shell.code(), shell.err());
    return Seeds.data(out);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
