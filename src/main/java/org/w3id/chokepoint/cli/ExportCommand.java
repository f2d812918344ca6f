package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
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

  @Mixin private Destination destination = new Destination();

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
    destination.write(out -> Export.write(snapshot, wanted.get(), out));
    return Exit.DONE;
  }
}
