package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Names the version of what makes a snapshot, code and knowledge: as long as it stays the same, the
 * same articles give the same snapshot. It never gets into the data, since compilers differ.
 */
final class Fingerprint {
  private final MessageDigest digest;

  private Fingerprint(MessageDigest digest) {
    this.digest = digest;
  }

  /** "chokepoint 0.1.0-1a2b3c4d": eight hex digits over classes, ontology and reference data. */
  static String of(Project project) {
    try {
      Fingerprint print = new Fingerprint(MessageDigest.getInstance("SHA-256"));
      print.code(
          Path.of(Fingerprint.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
      print.files(project.home().resolve("ontology"));
      print.files(project.reference());
      return Project.TOOL + "-" + HexFormat.of().formatHex(print.digest.digest()).substring(0, 8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the project's files (" + e + ")", e);
    } catch (NoSuchAlgorithmException | URISyntaxException e) {
      throw new IllegalStateException("every Java platform has SHA-256 and file URIs", e);
    }
  }

  private void code(Path place) throws IOException {
    if (Files.isDirectory(place)) {
      files(place);
      return;
    }
    try (FileSystem jar = FileSystems.newFileSystem(place)) {
      files(jar.getPath("/"));
    }
  }

  private void files(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Fingerprint::counts).sorted().toList()) {
        digest.update(root.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
  }

  /** Whether a change of the file may change a snapshot; how it is served and shown may not. */
  private static boolean counts(Path file) {
    Path folder = file.getParent();
    return folder != null
        && !folder.endsWith("chokepoint/serve")
        && !folder.endsWith("chokepoint/browse")
        && file.toString().matches(".*\\.(ttl|yaml|rules|class)")
        && Files.isRegularFile(file);
  }
}
