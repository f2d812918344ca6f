package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;

/** The snapshot of {@code seeds/}, made once for all tests of a run. */
public final class Seeds {
  private static final class Holder {
    static final Path FOLDER = convert();
  }

  private Seeds() {}

  /** The folder of snapshots. */
  public static Path folder() {
    return Holder.FOLDER;
  }

  /** The snapshot. */
  public static Snapshot snapshot() {
    return Snapshots.at(folder()).current().orElseThrow();
  }

  /** The uncompressed data of the current snapshot below a folder. */
  static byte[] data(Path snapshots) {
    try (GZIPInputStream in =
        new GZIPInputStream(Files.newInputStream(snapshots.resolve("current/data.nq.gz")))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path convert() {
    try {
      Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "seeds-");
      Shell shell = Shell.run("convert", "seeds", "--out", folder.toString());
      if (shell.code() != Exit.DONE) {
        throw new IllegalStateException("convert seeds: exit " + shell.code() + ", " + shell.err());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
