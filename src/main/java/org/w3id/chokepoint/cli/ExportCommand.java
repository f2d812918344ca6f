package org.w3id.chokepoint.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.snapshot.Export;
import org.w3id.chokepoint.snapshot.Format;
import org.w3id.chokepoint.snapshot.Snapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: a snapshot in another format. */
@Command(
    name = "export",
    description = "Writes the newest snapshot, inferences included, in another format.")
final class ExportCommand implements Callable<Integer> {
  @Option(
      names = "--format",
      required = true,
      paramLabel = "F",
      description = "nt, nq, ttl, trig, rdfxml, jsonld, rdf12 (Turtle 1.2), csv (claims).")
  private String format = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: standard output).")
  private @Nullable Path out;

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws IOException {
    Optional<Format> wanted = Format.named(format);
    if (wanted.isEmpty()) {
      System.err.println(
          "no format '" + format + "'; take one of nt, nq, ttl, trig, rdfxml, jsonld, rdf12, csv");
      return Exit.USAGE;
    }
    Snapshot snapshot = data.snapshot();
    if (out == null) {
      Export.write(snapshot, wanted.get(), System.out);
      return Exit.DONE;
    }
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
      Export.write(snapshot, wanted.get(), file);
    }
    return Exit.DONE;
  }
}
