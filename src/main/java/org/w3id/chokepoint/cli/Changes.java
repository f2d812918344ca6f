package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.snapshot.ChangeSet;
import org.w3id.chokepoint.snapshot.ChangeSummary;
import org.w3id.chokepoint.snapshot.Snapshots;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code changes}: what the newest snapshot changed, and the way from an old dump to a new one. */
@Command(
    name = "changes",
    description =
        "Says what the newest snapshot added, dropped and contested against the one before.",
    footer = {
      "",
      "With --apply, reads a patch and the dump (--format nq of export) of the older snapshot, and",
      "writes the dump of the newer one, byte for byte."
    })
final class Changes implements Callable<Integer> {
  /** How to say it. */
  enum Form {
    TEXT,
    JSON,
    PATCH
  }

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "text, json, or patch (RDF Patch); default: text.")
  private Form format = Form.TEXT;

  @Option(names = "--apply", paramLabel = "PATCH", description = "A patch to apply.")
  private @Nullable Path patch;

  @Option(names = "--dump", paramLabel = "FILE", description = "The N-Quads dump to apply it to.")
  private @Nullable Path dump;

  @Mixin private Destination destination = new Destination();

  @Mixin private DataOption data = new DataOption();

  @Override
  public Integer call() throws IOException {
    if (patch != null || dump != null) {
      return patch != null && dump != null ? apply(patch, dump) : usage();
    }
    Snapshots snapshots = Snapshots.at(data.folder());
    ChangeSet change =
        snapshots
            .previous()
            .map(before -> ChangeSet.between(before, data.snapshot()))
            .orElseThrow(
                () ->
                    new NoAccess(
                        data.folder()
                            + ": there is one snapshot only; convert other articles to have a"
                            + " second"));
    destination.write(
        out -> {
          switch (format) {
            case PATCH -> change.patch(out);
            case JSON ->
                out.write(ChangeSummary.of(change).toJson().getBytes(StandardCharsets.UTF_8));
            case TEXT ->
                out.write(ChangeSummary.of(change).text().getBytes(StandardCharsets.UTF_8));
          }
        });
    return Exit.DONE;
  }

  private int apply(Path rows, Path lines) throws IOException {
    List<String> after = ChangeSet.apply(Files.readAllLines(lines), Files.readAllLines(rows));
    destination.write(
        out -> {
          for (String line : after) {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
    return Exit.DONE;
  }

  private static int usage() {
    System.err.println("--apply and --dump go together: the patch, and the dump to apply it to");
    return Exit.USAGE;
  }
}
