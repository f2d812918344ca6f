package org.w3id.chokepoint.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotsTest {
  @TempDir Path root;

  @Test
  void whatWasPublishedIsReadBack() {
    Snapshot published = Snapshots.at(root).publish(Sample.content());
    Snapshot found = Snapshots.at(root).current().orElseThrow();
    assertEquals(published.manifest(), found.manifest());
    assertTrue(IsoMatcher.isomorphic(Sample.asserted(), found.readAsserted()));
    assertTrue(Sample.inferred().isIsomorphicWith(found.readInferred()));
    assertEquals(3, found.manifest().counts().get("claims"));
    assertEquals(1, found.manifest().counts().get("accepted"));
    assertEquals("is empty", found.manifest().rejected().get(0).reason());
  }

  @Test
  void sameContentGivesSameNameAndBytes(@TempDir Path other) throws IOException {
    Snapshot one = Snapshots.at(root).publish(Sample.content());
    Snapshot two = Snapshots.at(other).publish(Sample.content());
    assertEquals(one.name(), two.name());
    for (String file : new String[] {Snapshot.DATA, Snapshot.INFERRED, Snapshot.MANIFEST}) {
      assertArrayEquals(
          Files.readAllBytes(one.folder().resolve(file)),
          Files.readAllBytes(two.folder().resolve(file)),
          file);
    }
    assertEquals(one.name(), Snapshots.at(root).publish(Sample.content()).name());
    assertEquals(2, folders());
  }

  @Test
  void whatIsSortedOnDiskIsWrittenAsWhatIsSortedInMemory(@TempDir Path memory, @TempDir Path disk)
      throws IOException {
    write(memory, Integer.MAX_VALUE);
    for (int most : new int[] {1, 7, 1000}) {
      write(disk, most);
      for (String file : List.of(Snapshot.DATA, Snapshot.INFERRED, Snapshot.MANIFEST)) {
        assertArrayEquals(
            Files.readAllBytes(memory.resolve(file)), Files.readAllBytes(disk.resolve(file)), file);
      }
      try (Stream<Path> files = Files.list(disk)) {
        assertEquals(3, files.count(), "no run is left");
      }
    }
  }

  private static void write(Path folder, int most) throws IOException {
    SnapshotWriter.write(Sample.content(), Stream::empty, Optional.empty(), folder, most);
  }

  private long folders() throws IOException {
    try (Stream<Path> entries = Files.list(root)) {
      return entries.count();
    }
  }

  @Test
  void previousIsKeptAndOlderOnesGo() throws IOException {
    Snapshot first = Snapshots.at(root).publish(Sample.content(with("one")));
    Snapshot second = Snapshots.at(root).publish(Sample.content(with("two")));
    Snapshot third = Snapshots.at(root).publish(Sample.content(with("three")));
    assertFalse(Files.exists(first.folder()));
    assertTrue(Files.exists(second.folder()));
    assertEquals(third.name(), Snapshots.at(root).currentName().orElseThrow());
    assertEquals(5, folders(), "two snapshots, two pointers, the changes");
    List<String> steps =
        Snapshots.at(root).history(third).stream()
            .map(step -> step.change().before() + " " + step.change().after())
            .toList();
    assertEquals(
        List.of(second.name() + " " + third.name(), first.name() + " " + second.name()), steps);
  }

  @Test
  void aHundredChangeSetsAreKeptAndADamagedOneEndsTheHistory() throws IOException {
    ChangeLog log = ChangeLog.under(root);
    for (int i = 1; i <= 105; i++) {
      ChangeSet change = new ChangeSet("s" + (i - 1), "s" + i, List.of(), List.of("<s> <p> " + i));
      log.keep(new ChangeLog.Step(change, "", "2026-01-01"));
    }
    log.sweep("s105");
    List<ChangeLog.Step> steps = log.back("s105");
    assertEquals(100, steps.size());
    assertEquals("s5", steps.getLast().change().before());
    assertEquals(List.of("<s> <p> 105"), steps.getFirst().change().added());
    assertEquals("2026-01-01", steps.getFirst().dateAfter());

    Path file = root.resolve("changes/s100.rdfp.gz");
    Files.write(file, java.util.Arrays.copyOf(Files.readAllBytes(file), 30));
    assertEquals(5, log.back("s105").size());
  }

  @Test
  void aSnapshotThatComesBackEndsTheHistoryInsteadOfGoingRound() throws IOException {
    Snapshots.at(root).publish(Sample.content(with("one")));
    Snapshots.at(root).publish(Sample.content(with("two")));
    Snapshot again = Snapshots.at(root).publish(Sample.content(with("one")));
    assertEquals(2, Snapshots.at(root).history(again).size());
  }

  @Test
  void damagedFilesAreRefusedAndThePreviousOneServes() throws IOException {
    Snapshot first = Snapshots.at(root).publish(Sample.content(with("one")));
    Snapshot second = Snapshots.at(root).publish(Sample.content(with("two")));
    Path data = second.folder().resolve(Snapshot.DATA);
    byte[] bytes = Files.readAllBytes(data);
    bytes[bytes.length / 2] ^= 1;
    Files.write(data, bytes);
    Snapshots.Found altered = Snapshots.at(root).find();
    assertEquals(first.name(), altered.snapshot().orElseThrow().name());
    assertTrue(altered.refused().get(0).contains(data + ": was altered"), altered::toString);

    Files.write(data, java.util.Arrays.copyOf(bytes, 100));
    assertTrue(Snapshots.at(root).find().refused().get(0).contains("has 100 bytes"));
    Files.writeString(first.folder().resolve(Snapshot.MANIFEST), "[]");
    Snapshots.Found none = Snapshots.at(root).find();
    assertTrue(none.snapshot().isEmpty());
    assertEquals(2, none.refused().size());

    Snapshot again = Snapshots.at(root).publish(Sample.content(with("two")));
    assertEquals(again.name(), Snapshots.at(root).current().orElseThrow().name());
  }

  @Test
  void anEmptyFolderHasNoSnapshot() {
    assertTrue(Snapshots.at(root.resolve("nowhere")).current().isEmpty());
  }

  @Test
  void linesDoNotDependOnBlankNodeLabelsOrOrder() throws IOException {
    String axioms =
        """
        PREFIX : <http://ex/>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        [] a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom [ owl:unionOf (:A :B) ] .
        [] a owl:Restriction ; owl:onProperty :q ; owl:someValuesFrom [ owl:unionOf (:A :B) ] .
        :twin :p [ :q 1 ], [ :q 1 ] .
        """;
    String reordered =
        """
        PREFIX : <http://ex/>
        PREFIX owl: <http://www.w3.org/2002/07/owl#>
        :twin :p [ :q 1 ], [ :q 1 ] .
        _:z owl:someValuesFrom [ owl:unionOf (:A :B) ] ; owl:onProperty :q ; a owl:Restriction .
        _:y owl:someValuesFrom [ owl:unionOf (:A :B) ] ; owl:onProperty :p ; a owl:Restriction .
        """;
    assertEquals(lines(axioms), lines(reordered));
    assertEquals(20, lines(axioms).lines().count());
  }

  @Test
  void linesAreInCodePointOrderAndEscaped() throws IOException {
    assertEquals(
        """
        <http://ex/s> <http://ex/p> "\\"\\\\\\n\\r\t" .
        <http://ex/s> <http://ex/p> "ﬀ"@en .
        <http://ex/s> <http://ex/p> "😀" .
        """,
        lines("<http://ex/s> <http://ex/p> \"😀\", \"ﬀ\"@en, '\"\\\\\\n\\r\\t' ."));
  }

  private static String lines(String turtle) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NQuads.write(RDFParser.fromString(turtle, Lang.TURTLE).toGraph(), out);
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  private static DatasetGraph with(String label) {
    DatasetGraph data = Sample.asserted();
    data.add(
        Quad.create(
            NodeFactory.createURI(Terms.BASE + "id/graph/reference"),
            Triple.create(
                NodeFactory.createURI(Terms.BASE + "id/actor/lunar-devices"),
                RDFS.comment.asNode(),
                NodeFactory.createLiteralString(label))));
    return data;
  }
}
