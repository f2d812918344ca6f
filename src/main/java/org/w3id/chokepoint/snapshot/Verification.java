package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether a folder holds the bytes its manifest promises. */
sealed interface Verification {
  /** Every file is there with the right size and hash. */
  record Whole(Snapshot snapshot) implements Verification {}

  /** Something is missing or altered; {@code reason} names file, cause and remedy. */
  record Damaged(String reason) implements Verification {}

  /** Reads the manifest of {@code folder} and checks each file against it. */
  static Verification of(Path folder) {
    Path manifestFile = folder.resolve(Snapshot.MANIFEST);
    Manifest manifest;
    try {
      manifest = Manifest.fromJson(Files.readString(manifestFile));
    } catch (IOException | RuntimeException e) {
      return damaged(manifestFile, "is missing or no manifest");
    }
    for (String name : List.of(Snapshot.DATA, Snapshot.INFERRED)) {
      Manifest.FileInfo promised = manifest.files().get(name);
      Path file = folder.resolve(name);
      try {
        if (promised == null) {
          return damaged(manifestFile, "does not list " + name);
        } else if (Files.size(file) != promised.bytes()) {
          return damaged(file, "has " + Files.size(file) + " bytes instead of " + promised.bytes());
        } else if (!Hashing.sha256(file).equals(promised.sha256())) {
          return damaged(file, "was altered: its SHA-256 is not the one in " + Snapshot.MANIFEST);
        }
      } catch (IOException e) {
        return damaged(file, "cannot be read");
      }
    }
    return new Whole(new Snapshot(folder, manifest));
  }

  private static Damaged damaged(Path file, String reason) {
    return new Damaged(file + ": " + reason + "; convert again to replace the snapshot");
  }
}
