package org.w3id.chokepoint.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.w3id.chokepoint.intake.Sieve;
import org.w3id.chokepoint.snapshot.NQuads;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.text.Annotator;
import org.w3id.chokepoint.text.Nlp4jAnnotator;

/**
 * Invented articles in batches, each converted with all before: how long every stage takes, and
 * whether the change from the dump before gives the new one. What was read in an article is kept,
 * so that a second run measures all but reading.
 *
 * <pre>mvn -P bench -DskipTests test-compile exec:exec@batches -Dbatches="FOLDER 10 1000"</pre>
 */
final class Batches {
  private Batches() {}

  /**
   * @param args a folder, which is kept; batches, articles a batch; where there is a fourth, only
   *     this batch, after all before it were converted by an earlier run
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    int batches = Integer.parseInt(args[1]);
    int size = Integer.parseInt(args[2]);
    int first = args.length > 3 ? Integer.parseInt(args[3]) : 1;
    Path home = Path.of("").toAbsolutePath();
    Supplier<Annotator> annotator = new Once(() -> new Nlp4jAnnotator(home.resolve("target")));
    List<Path> files = new ArrayList<>();
    for (int batch = 1; batch <= batches; batch++) {
      int from = (batch - 1) * size;
      files.add(
          Files.write(
              folder.resolve("batch-%02d.jsonl".formatted(batch)),
              IntStream.range(from, from + size).mapToObj(Invented::line).toList()));
      if (batch >= first) {
        long start = System.nanoTime();
        Path out = folder.resolve("out");
        Conversion conversion =
            new Conversion(
                Project.here(),
                Conversion.Settings.standard(out),
                new Kept(folder.resolve("read"), Project.here(), annotator));
        conversion.convert(files);
        System.out.printf(
            Locale.ROOT,
            "%d articles: %.1f s; %s%n",
            batch * size,
            (System.nanoTime() - start) / 1e9,
            conversion.stages());
        if (batch == batches) {
          System.out.println(Replay.of(Snapshots.at(out)));
        }
      }
    }
  }

  /** Reads what no run before has read; the parser is loaded for the first batch only. */
  private record Kept(Path folder, Project project, Supplier<Annotator> annotator)
      implements Readings.Source {
    @Override
    public Readings read(List<Intake.Entry> articles, Sieve sieve, Unpublished unpublished)
        throws IOException {
      Files.createDirectories(folder);
      Map<Intake.Entry, Graph> graphs = new LinkedHashMap<>();
      for (Intake.Entry article : articles) {
        Path file = file(article);
        if (Files.exists(file)) {
          graphs.put(article, RdfFiles.graph(file));
        }
      }
      List<Intake.Entry> rest = articles.stream().filter(a -> !graphs.containsKey(a)).toList();
      if (rest.isEmpty()) {
        return new Readings(graphs, List.of());
      }
      int threads = Runtime.getRuntime().availableProcessors();
      Readings read = Readings.here(project, threads, annotator).read(rest, sieve, unpublished);
      for (Map.Entry<Intake.Entry, Graph> one : read.graphs().entrySet()) {
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(file(one.getKey())))) {
          NQuads.write(unpublished.whole(one.getKey(), one.getValue()), to);
        }
      }
      graphs.putAll(read.graphs());
      return new Readings(graphs, read.rejected());
    }

    private Path file(Intake.Entry article) {
      return folder.resolve(article.fingerprint() + ".nt");
    }
  }

  /** Loads the parser for the first batch only: what is measured are the batches. */
  private static final class Once implements Supplier<Annotator> {
    private final Supplier<Annotator> maker;
    private List<Annotator> made = List.of();

    Once(Supplier<Annotator> maker) {
      this.maker = maker;
    }

    @Override
    public Annotator get() {
      if (made.isEmpty()) {
        made = List.of(maker.get());
      }
      return made.getFirst();
    }
  }
}
