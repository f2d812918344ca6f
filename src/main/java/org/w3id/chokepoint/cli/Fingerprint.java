package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * Names the version of what makes a snapshot, code and knowledge: as long as it stays the same, the
 * same articles give the same snapshot. It never gets into the data, since compilers differ.
 */
final class Fingerprint {
  private Fingerprint() {}

  /** "chokepoint 0.1.0-1a2b3c4d": eight hex digits over classes, ontology and reference data. */
  static String of(Project project) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path root : List.of(code(), project.home().resolve("ontology"), project.reference())) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file :
              files.filter(f -> Files.isRegularFile(f) && counts(f)).sorted().toList()) {
            digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
          }
        }
      }
      return Project.TOOL + "-" + HexFormat.of().formatHex(digest.digest()).substring(0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the project's data (" + e.getMessage() + ")", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** The folder of classes, or the jar. */
  private static Path code() {
    try {
      return Path.of(Fingerprint.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the class path is made of files", e);
    }
  }

  /** Whether a change of the file may change a snapshot; how it is served and shown may not. */
  private static boolean counts(Path file) {
    Path folder = file.getParent();
    boolean edge =
        folder != null
            && (folder.endsWith("chokepoint/serve") || folder.endsWith("chokepoint/browse"));
    return !edge && file.toString().matches(".*\\.(ttl|yaml|jar|class)");
  }
}
