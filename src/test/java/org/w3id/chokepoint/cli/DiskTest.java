package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;

/** Disks that are full or cannot be written keep the snapshot they have. */
class DiskTest {
  @TempDir Path root;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.7, 0.98})
  void aFullDiskKeepsItsSnapshotSaysWhyAndWorksOnceThereIsRoom(double part) throws Exception {
    long size = size(Seeds.snapshot().folder());
    try (Disk disk = Disk.mount(root, 4 * size)) {
      Snapshot before = Snapshots.at(root).publish(Sample.content());
      disk.remount("size=" + Math.round(size(root) + part * size));
      refuses(before, "No space left");
      disk.remount("size=" + 4 * size);
      works();
    }
  }

  @Test
  void aReadOnlyDiskKeepsItsSnapshotAndSaysWhy() throws Exception {
    try (Disk disk = Disk.mount(root, 10_000_000)) {
      Snapshot before = Snapshots.at(root).publish(Sample.content());
      disk.remount("ro");
      refuses(before, "Read-only file system");
      disk.remount("rw");
      works();
    }
  }

  private void refuses(Snapshot before, String reason) throws IOException {
    Shell shell = Shell.run("convert", "seeds", "--out", root.toString());
    assertEquals(Exit.NO_ACCESS, shell.code(), shell.err());
    String line = shell.err().lines().reduce((a, b) -> b).orElse("");
    assertTrue(line.contains("cannot write") && line.contains(reason), shell.err());
    Snapshots.Found found = Snapshots.at(root).find();
    assertEquals(before.name(), found.snapshot().orElseThrow().name());
    assertEquals(List.of(), found.refused());
    try (var left = Files.list(root)) {
      assertTrue(left.noneMatch(file -> file.getFileName().toString().startsWith(".writing")));
    }
  }

  private void works() {
    assertEquals(Exit.DONE, Shell.run("convert", "seeds", "--out", root.toString()).code());
    assertArrayEquals(Seeds.data(Seeds.folder()), Seeds.data(root));
  }

  /**
   * Bytes of the files below, in whole pages as a file system counts them, but for those that are
   * made of the others and may be missing.
   */
  private static long size(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".bin"))
          .mapToLong(DiskTest::pages)
          .sum();
    }
  }

  private static long pages(Path file) {
    try {
      return (Files.size(file) + 4095) / 4096 * 4096;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
