package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.text.Annotator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code convert}: articles to a snapshot. */
@Command(
    name = "convert",
    description = "Reads articles and publishes what they claim as a snapshot.",
    footer = {
      "",
      "A PATH is a file, a folder, a pattern such as 'news/**.html', or - for standard input. Read",
      "are plain text, Markdown, HTML pages, JSON ({id, title, date, outlet, url, text}, schema.org",
      "NewsArticle, IPTC ninjs), JSON Lines, RSS, Atom, JSON Feed and WARC, each also in gzip; the",
      "content decides, not the name. A story that comes twice is one article. Articles that did not",
      "change since the last conversion are not read again. The folder of the snapshot is printed.",
      "Exit code 1: done, but some input was rejected or the data violates a shape."
    })
class Convert implements Callable<Integer> {
  private final Supplier<Annotator> annotator;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "PATH",
      description = "Files, folders and patterns; - reads standard input.")
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

  @Option(
      names = "--retract",
      paramLabel = "ID",
      description =
          "An article to leave out, by its identifier: its claims go, and what only it carried.")
  private List<String> retract = List.of();

  @Option(
      names = "--verbose",
      description = "Also tells what became of each input; manifest.json says the same.")
  private boolean verbose;

  @Option(
      names = "--dry-run",
      description =
          "Only takes the articles in and prints them as JSON Lines; writes and parses nothing.")
  private boolean dryRun;

  Convert(Supplier<Annotator> annotator) {
    this.annotator = annotator;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1) {
      throw wrong("--threads must be 1 or more");
    }
    if (!base.matches("https?://[^\\s<>\"{}|^`\\\\]+[/#]")) {
      throw wrong("--base must be an http or https IRI that ends with / or #");
    }
    if (dryRun) {
      return DryRun.print(paths, verbose);
    }
    Project project = Project.here();
    Conversion.Settings settings =
        new Conversion.Settings(
            out == null ? project.snapshots() : out, threads, base, Optional.ofNullable(date));
    Readings.Source here = Readings.here(project, threads, annotator);
    Conversion conversion = new Conversion(project, settings, source(here));
    return ConversionReport.print(
        conversion.convert(paths, Set.copyOf(retract)), conversion.stages(), verbose);
  }

  /** Where articles are read: here. */
  Readings.Source source(Readings.Source here) {
    return here;
  }

  ParameterException wrong(String message) {
    if (spec == null) {
      throw new IllegalStateException("picocli sets the spec before it calls");
    }
    return new ParameterException(spec.commandLine(), message);
  }
}
