package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** Names the version of what reads: code and knowledge. A change of either means reading anew. */
final class Fingerprint {
  private Fingerprint() {}

  /** "chokepoint 0.1.0-1a2b3c4d": eight hex digits over code, ontology, lexicon and reference. */
  static String of(Project project) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Path root : List.of(project.home().resolve("ontology"), project.reference())) {
        try (Stream<Path> files = Files.walk(root)) {
          for (Path file :
              files.filter(Files::isRegularFile).filter(Fingerprint::read).sorted().toList()) {
            digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file));
          }
        }
      }
      return "chokepoint "
          + Project.VERSION
          + "-"
          + HexFormat.of().formatHex(digest.digest()).substring(0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the project's data (" + e.getMessage() + ")", e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static boolean read(Path file) {
    return file.toString().endsWith(".ttl") || file.toString().endsWith(".yaml");
  }
}
