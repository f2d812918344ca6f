package org.w3id.chokepoint.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --out} of the commands that write one file. */
final class Destination {
  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: standard output).")
  private @Nullable Path file;

  /** Writes to a stream. */
  @FunctionalInterface
  interface Writing {
    void to(OutputStream out) throws IOException;
  }

  void write(Writing writing) throws IOException {
    if (file == null) {
      writing.to(System.out);
      System.out.flush();
      return;
    }
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      writing.to(out);
    } catch (IOException e) {
      throw new NoAccess(file + ": cannot be written (" + e + "); check folder and permissions");
    }
  }
}
