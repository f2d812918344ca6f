package org.w3id.chokepoint.cli;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.ArticleReader;
import org.w3id.chokepoint.article.Reading;
import org.w3id.chokepoint.claim.Knowledge;
import org.w3id.chokepoint.claim.Reader;
import org.w3id.chokepoint.graph.ArticleGraph;
import org.w3id.chokepoint.graph.DatasetBuilder;
import org.w3id.chokepoint.text.Annotator;
import org.w3id.chokepoint.text.Nlp4jAnnotator;
import org.w3id.chokepoint.text.Token;

/**
 * From articles to their graphs, warm: what one article costs of processor time and how much faster
 * two threads are than one.
 *
 * <pre>mvn -P bench -DskipTests test-compile exec:exec@reads -Darticles=FILE</pre>
 */
final class Reads {
  private static final int ROUNDS = 4;

  private Reads() {}

  public static void main(String[] args) throws Exception {
    Path home = Path.of("").toAbsolutePath();
    Annotator annotator = new Nlp4jAnnotator(home.resolve("target"));
    Reader reader = new Reader(Knowledge.load(home), annotator);
    List<Article> articles =
        ArticleReader.read(Path.of(args[0])).stream()
            .flatMap(r -> r instanceof Reading.Accepted a ? Stream.of(a.article()) : Stream.empty())
            .toList();
    List<Token> all =
        articles.stream()
            .flatMap(a -> annotator.annotate(a).stream())
            .flatMap(s -> s.tokens().stream())
            .toList();
    long tokens = all.size();
    long words =
        all.stream()
            .filter(t -> t.form().codePoints().anyMatch(Character::isLetterOrDigit))
            .count();
    System.out.printf("%d articles, %d tokens, %d of them words%n", articles.size(), tokens, words);
    for (int threads : new int[] {1, 2, 1, 2}) {
      for (int round = 0; round < ROUNDS / 2; round++) {
        measure(reader, articles, tokens, words, threads);
      }
    }
    long peak =
        ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum();
    System.out.printf(Locale.ROOT, "heap at most %d MB%n", peak >> 20);
  }

  private static void measure(
      Reader reader, List<Article> articles, long tokens, long words, int threads)
      throws Exception {
    long start = System.nanoTime();
    double processor = 0;
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Long>> parts =
          IntStream.range(0, threads)
              .mapToObj(part -> pool.submit(() -> read(reader, articles, part, threads)))
              .toList();
      for (Future<Long> part : parts) {
        processor += part.get() / 1e9;
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf(
        Locale.ROOT,
        "%d thread%s: %.1f articles/s, %.0f tokens/s; of processor time %.1f ms an article, %.0f tokens and %.0f words a second%n",
        threads,
        threads == 1 ? "" : "s",
        articles.size() / seconds,
        tokens / seconds,
        1e3 * processor / articles.size(),
        tokens / processor,
        words / processor);
  }

  private static long read(Reader reader, List<Article> articles, int part, int parts) {
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    for (int i = part; i < articles.size(); i += parts) {
      ArticleGraph.of(reader.read(articles.get(i)), DatasetBuilder.run(Project.TOOL));
    }
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
  }
}
