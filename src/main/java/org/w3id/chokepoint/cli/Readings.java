package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.w3id.chokepoint.article.Reading;
import org.w3id.chokepoint.claim.Knowledge;
import org.w3id.chokepoint.claim.Reader;
import org.w3id.chokepoint.cli.Intake.Entry;
import org.w3id.chokepoint.graph.ArticleGraph;
import org.w3id.chokepoint.graph.DatasetBuilder;
import org.w3id.chokepoint.intake.Sieve;
import org.w3id.chokepoint.text.Annotator;

/** Articles read on several threads; the order in which they finish leaves no trace. */
record Readings(Map<Entry, Graph> graphs, List<Reading.Rejected> rejected) {

  /** Reads articles, on this machine or on others. */
  interface Source {
    /**
     * The graphs of articles.
     *
     * @param unpublished keeps what is read until it is published, where the source has no place,
     *     and the mentions of these articles
     */
    Readings read(List<Entry> articles, Sieve sieve, Unpublished unpublished) throws IOException;
  }

  /** Reads on this machine. */
  static Source here(Project project, int threads, Supplier<Annotator> annotator) {
    return (articles, sieve, unpublished) ->
        of(
            articles,
            sieve,
            new Reader(Knowledge.load(project.home()), annotator.get()),
            DatasetBuilder.run(Project.TOOL),
            threads,
            unpublished);
  }

  private static Readings of(
      List<Entry> articles,
      Sieve sieve,
      Reader reader,
      Node run,
      int threads,
      Unpublished unpublished)
      throws IOException {
    Readings out = new Readings(new LinkedHashMap<>(), new ArrayList<>());
    Progress progress = Progress.toStandardError("Articles read", articles.size());
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      Map<Entry, Future<Graph>> pending = new LinkedHashMap<>();
      for (Entry article : articles) {
        pending.put(
            article,
            pool.submit(
                () -> {
                  try {
                    return unpublished.keep(
                        article, ArticleGraph.of(reader.read(sieve.get(article.place())), run));
                  } finally {
                    progress.done();
                  }
                }));
      }
      for (Map.Entry<Entry, Future<Graph>> one : pending.entrySet()) {
        out.collect(one.getKey(), one.getValue());
      }
    }
    return out;
  }

  /** One article that makes the reader fail, by a bug of ours, must not take the others with it. */
  private void collect(Entry article, Future<Graph> future) throws IOException {
    try {
      graphs.put(article, future.get());
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UncheckedIOException disk) {
        throw disk; // no fault of the article
      }
      rejected.add(
          new Reading.Rejected(
              article.input().file(),
              0,
              "reading failed ("
                  + e.getCause()
                  + "); this is a bug: please report it with the article"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while reading articles; the old snapshot stays", e);
    }
  }
}
