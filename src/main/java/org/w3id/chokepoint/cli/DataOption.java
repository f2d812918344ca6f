package org.w3id.chokepoint.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;
import picocli.CommandLine.Option;

/** The option {@code --data} of the commands that work on a snapshot. */
final class DataOption {
  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of snapshots (default: data/snapshots).")
  private @Nullable Path folder;

  Path folder() {
    Path given = folder == null ? Project.here().snapshots() : folder;
    Path above = given.toAbsolutePath().getParent();
    return Files.exists(given.resolve(Snapshot.MANIFEST)) && above != null ? above : given;
  }

  /** The current snapshot, or the complaint that there is none. */
  Snapshot snapshot() {
    Snapshots.Found found = Snapshots.at(folder()).find();
    found.refused().forEach(System.err::println);
    return found
        .snapshot()
        .orElseThrow(
            () ->
                new NoAccess(
                    folder()
                        + ": there is no snapshot; make one with: ./chokepoint convert seeds"));
  }
}
