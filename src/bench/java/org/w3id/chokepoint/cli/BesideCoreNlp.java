package org.w3id.chokepoint.cli;

import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.ArticleReader;
import org.w3id.chokepoint.article.Reading;
import org.w3id.chokepoint.claim.Knowledge;
import org.w3id.chokepoint.claim.Reader;
import org.w3id.chokepoint.graph.ArticleGraph;
import org.w3id.chokepoint.graph.DatasetBuilder;
import org.w3id.chokepoint.text.Nlp4jAnnotator;

/**
 * From articles to their graphs, and the same articles through Stanford CoreNLP up to coreference:
 * processor time of one thread each, the JIT's left out, half of the articles first to warm up.
 *
 * <pre>mvn -P bench -DskipTests test-compile exec:exec@beside -Dbeside="FILE ARTICLES"</pre>
 */
final class BesideCoreNlp {
  private static final String STEPS = "tokenize,ssplit,pos,lemma,ner,depparse,coref";

  private BesideCoreNlp() {}

  public static void main(String[] args) throws Exception {
    List<Article> articles =
        ArticleReader.read(Path.of(args[0])).stream()
            .flatMap(r -> r instanceof Reading.Accepted a ? Stream.of(a.article()) : Stream.empty())
            .limit(Integer.parseInt(args[1]))
            .toList();
    double theirs = theirs(articles);
    double ours = ours(articles);
    System.out.printf(
        Locale.ROOT,
        "%d articles: %.1f ms each here, %.1f ms in CoreNLP (%s): %.1f times as much%n",
        articles.size(),
        ours,
        theirs,
        STEPS,
        theirs / ours);
  }

  private static double ours(List<Article> articles) throws Exception {
    Path home = Path.of("").toAbsolutePath();
    Reader reader = new Reader(Knowledge.load(home), new Nlp4jAnnotator(home.resolve("target")));
    Consumer<Article> read =
        a -> ArticleGraph.of(reader.read(a), DatasetBuilder.run(Project.TOOL));
    return time(articles, articles, read);
  }

  private static double theirs(List<Article> articles) {
    Properties settings = new Properties();
    settings.setProperty("annotators", STEPS);
    settings.setProperty("threads", "1");
    // the holidays of all countries want libraries of their own, and less work is to their favour
    settings.setProperty("sutime.binders", "0");
    StanfordCoreNLP pipeline = new StanfordCoreNLP(settings);
    Consumer<Article> read = a -> pipeline.annotate(new CoreDocument(a.body()));
    return time(articles.subList(0, articles.size() / 2), articles, read);
  }

  /** Milliseconds of this thread's processor time for an article. */
  private static double time(List<Article> before, List<Article> articles, Consumer<Article> read) {
    before.forEach(read);
    long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    articles.forEach(read);
    long took = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
    return took / 1e6 / articles.size();
  }
}
