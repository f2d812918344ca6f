package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code convert}: articles to a snapshot. */
@Command(
    name = "convert",
    description = "Reads articles and publishes what they claim as a snapshot.",
    footer = {
      "",
      "A PATH is a file or a folder: plain text, Markdown, JSON {id,title,date,outlet,url,text}, or",
      "JSON Lines of these. Articles that did not change since the last run are not read again.",
      "Exit code 1: done, but some input was rejected."
    })
final class Convert implements Callable<Integer> {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders with articles.")
  private List<Path> paths = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Folder of snapshots (default: data/snapshots). The newest is DIR/current.")
  private @Nullable Path out;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Articles read at once (default: one for each processor).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--base",
      paramLabel = "IRI",
      description = "Base of the data's IRIs (default: ${DEFAULT-VALUE}).",
      defaultValue = Rebase.DEFAULT)
  private String base = Rebase.DEFAULT;

  @Option(
      names = "--date",
      paramLabel = "YYYY-MM-DD",
      description = "Day of the run in the data (default: the newest article's).")
  private @Nullable LocalDate date;

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || !base.matches("https?://[^\\s<>\"{}|^`]+[/#]")) {
      System.err.println(
          threads < 1
              ? "--threads must be 1 or more"
              : "--base must be an http IRI that ends with / or #");
      return Exit.USAGE;
    }
    Project project = Project.here();
    Conversion.Result r =
        new Conversion(project, out == null ? project.snapshots() : out, threads, base)
            .convert(paths, Optional.ofNullable(date));
    print(r);
    return r.rejected() > 0 ? Exit.WITH_COMPLAINTS : Exit.DONE;
  }

  static void print(Conversion.Result r) {
    var counts = r.snapshot().manifest().counts();
    System.err.printf(
        "%d articles (%d read, %d unchanged, %d rejected): %d claims, %d accepted, %d triples asserted, %d inferred%n",
        r.articles(),
        r.read(),
        r.articles() - r.read(),
        r.rejected(),
        counts.getOrDefault("claims", 0L),
        counts.getOrDefault("accepted", 0L),
        counts.getOrDefault("asserted", 0L),
        counts.getOrDefault("inferred", 0L));
    System.out.println(r.snapshot().folder());
  }
}
