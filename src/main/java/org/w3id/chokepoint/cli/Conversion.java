package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.ArticleReader;
import org.w3id.chokepoint.article.Inputs;
import org.w3id.chokepoint.article.Reading;
import org.w3id.chokepoint.claim.Knowledge;
import org.w3id.chokepoint.claim.Reader;
import org.w3id.chokepoint.graph.ArticleGraph;
import org.w3id.chokepoint.graph.DatasetBuilder;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.ReferenceData;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.snapshot.Manifest;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.SnapshotContent;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.text.Annotator;
import org.w3id.chokepoint.text.Nlp4jAnnotator;

/**
 * Articles to a snapshot. An article whose hash the current snapshot knows, read by the same
 * version, is taken over; the parser is loaded only if some article is new.
 */
final class Conversion {
  private final Project project;
  private final Snapshots snapshots;
  private final int threads;
  private final String base;
  private final Supplier<Annotator> annotator;

  Conversion(Project project, Path out, int threads, String base) {
    this(project, out, threads, base, Nlp4jAnnotator::new);
  }

  Conversion(Project project, Path out, int threads, String base, Supplier<Annotator> annotator) {
    this.project = project;
    this.snapshots = Snapshots.at(out);
    this.threads = threads;
    this.base = base;
    this.annotator = annotator;
  }

  /** What was published, and whether everything given is in it. */
  record Result(Snapshot snapshot, int articles, int read, int rejected, int contradictions) {}

  /**
   * Converts and publishes.
   *
   * @throws IOException where an input path does not exist; the message is for the user
   */
  Result convert(List<Path> paths, Optional<LocalDate> day) throws IOException {
    List<Article> articles = new ArrayList<>();
    List<Manifest.Rejected> rejected = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Path file : Inputs.expand(paths)) {
      for (Reading reading : ArticleReader.read(file)) {
        Reading checked = once(reading, ids);
        switch (checked) {
          case Reading.Accepted a -> articles.add(a.article());
          case Reading.Rejected r -> {
            System.err.println(r.message());
            rejected.add(new Manifest.Rejected(r.file(), r.line(), r.reason()));
          }
        }
      }
    }
    articles.sort((a, b) -> a.id().compareTo(b.id()));
    return publish(articles, rejected, day);
  }

  private static Reading once(Reading reading, Set<String> ids) {
    return reading instanceof Reading.Accepted a && !ids.add(a.article().id())
        ? new Reading.Rejected(
            a.article().file(),
            0,
            "its id '" + a.article().id() + "' was given before; give each article its own id")
        : reading;
  }

  private Result publish(
      List<Article> articles, List<Manifest.Rejected> rejected, Optional<LocalDate> day) {
    String tool = Fingerprint.of(project);
    Node run = DatasetBuilder.run(tool);
    Graph ontology = RDFDataMgr.loadGraph(project.ontology().toUri().toString());
    ReferenceData reference =
        ReferenceData.load(project.reference(), Ontology.load(project.ontology()));
    DatasetBuilder builder = new DatasetBuilder(tool, ontology, reference.graph());
    Map<Article, Graph> kept = unchanged(articles, tool);
    List<Article> fresh = articles.stream().filter(a -> !kept.containsKey(a)).toList();
    Map<Article, Graph> read = read(fresh, run);
    List<Manifest.Input> inputs = new ArrayList<>();
    for (Article a : articles) {
      Node name = Terms.graph("article-" + localName(a));
      builder.add(name, kept.getOrDefault(a, read.getOrDefault(a, Graph.emptyGraph)));
      inputs.add(new Manifest.Input(a.file(), a.id(), a.sha256(), name.getURI()));
    }
    day.or(() -> articles.stream().flatMap(a -> a.published().stream()).max(LocalDate::compareTo))
        .ifPresent(builder::date);
    DatasetGraph data = Rebase.to(base, builder.build());
    Closure closure = Closure.of(union(data));
    closure.contradictions().forEach(c -> System.err.println("contradiction: " + c));
    Snapshot snapshot =
        snapshots.publish(
            new SnapshotContent(data, closure.inferred(), base, tool, inputs, rejected));
    return new Result(
        snapshot, articles.size(), fresh.size(), rejected.size(), closure.contradictions().size());
  }

  private static String localName(Article a) {
    String iri = ArticleGraph.iri(a).getURI();
    return iri.substring(iri.lastIndexOf('/') + 1);
  }

  /** The graphs of articles that the current snapshot has from the same version of the tool. */
  private Map<Article, Graph> unchanged(List<Article> articles, String tool) {
    Map<Article, Graph> out = new LinkedHashMap<>();
    Optional<Snapshot> current =
        snapshots
            .current()
            .filter(s -> s.manifest().tool().equals(tool) && s.manifest().base().equals(base));
    if (current.isPresent() && base.equals(Rebase.DEFAULT)) {
      Map<String, String> hashes = new LinkedHashMap<>();
      current.get().manifest().inputs().forEach(i -> hashes.put(i.sha256(), i.graph()));
      DatasetGraph data = current.get().readAsserted();
      for (Article a : articles) {
        String graph = hashes.get(a.sha256());
        if (graph != null) {
          out.put(a, data.getGraph(Terms.iri(graph)));
        }
      }
    }
    return out;
  }

  private Map<Article, Graph> read(List<Article> articles, Node run) {
    Map<Article, Graph> out = new LinkedHashMap<>();
    if (articles.isEmpty()) {
      return out;
    }
    Reader reader;
    try {
      Knowledge knowledge = Knowledge.load(project.home());
      System.err.println("Loading the parser (some 20 s)");
      reader = new Reader(knowledge, annotator.get());
    } catch (IOException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    Progress progress = Progress.toStandardError("Articles read", articles.size());
    Function<Article, Graph> work =
        a -> {
          Graph graph = ArticleGraph.of(reader.read(a), run);
          progress.done();
          return graph;
        };
    try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
      List<Future<Graph>> futures =
          articles.stream().map(a -> pool.submit(() -> work.apply(a))).toList();
      for (int i = 0; i < articles.size(); i++) {
        out.put(articles.get(i), futures.get(i).get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while reading articles", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("reading failed: " + e.getCause(), e.getCause());
    }
    return out;
  }

  static Graph union(DatasetGraph data) {
    Graph all = org.apache.jena.sparql.graph.GraphFactory.createDefaultGraph();
    data.find(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(q -> all.add(q.asTriple()));
    return all;
  }
}
