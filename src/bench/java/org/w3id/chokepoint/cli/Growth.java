package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.system.progress.MonitorOutputs;
import org.apache.jena.tdb2.DatabaseMgr;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.loader.DataLoader;
import org.apache.jena.tdb2.loader.LoaderFactory;
import org.w3id.chokepoint.across.Across;
import org.w3id.chokepoint.across.AcrossRules;
import org.w3id.chokepoint.check.Finding;
import org.w3id.chokepoint.graph.DatasetBuilder;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.serve.Prover;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.CompactGraph;
import org.w3id.chokepoint.snapshot.Mentions;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.SnapshotContent;
import org.w3id.chokepoint.snapshot.Snapshots;

/**
 * What a conversion does after reading, and what the server does with its result, for so many
 * articles: varied copies of the articles of a snapshot.
 *
 * <pre>mvn -P bench -DskipTests test-compile exec:exec@growth -Dgrowth="SNAPSHOTS FOLDER 10000 12"</pre>
 */
final class Growth {
  private static final int HUBS = 20;

  private final Stages stages = new Stages();

  private Growth() {}

  /**
   * @param args a folder of snapshots to take articles from, a folder to write to, the number of
   *     articles, and each how many-th mention to keep; the numbers of questions as a pattern,
   *     "01|12"; "tdb2" to load into a database on disk and not into memory
   */
  public static void main(String[] args) throws IOException {
    new Growth()
        .run(
            Snapshots.at(Path.of(args[0])).current().orElseThrow(),
            Path.of(args[1]),
            Integer.parseInt(args[2]),
            Integer.parseInt(args[3]),
            args.length > 4 ? args[4] : "",
            args.length > 5);
  }

  private void run(
      Snapshot small, Path out, int articles, int mentions, String questions, boolean disk)
      throws IOException {
    Project project = Project.here();
    AcrossRules rules = AcrossRules.load(project.across());
    Snapshot large = convert(project, rules, grown(small, mentions), out, articles);
    System.out.println(articles + " articles: " + stages);
    System.out.println(large.manifest().counts() + ", " + disk(large) + ", " + memory());
    if (disk) {
      Path database = out.resolve("tdb2");
      DatasetGraph store = stages.time("loading into TDB2", () -> database(large, database));
      System.out.println(stages + ", " + size(database) + ", " + memory());
      store.begin(ReadWrite.READ);
      ask(store, project.home().resolve("ontology/queries"), questions);
      store.end();
      return;
    }
    Served served = stages.time("loading", () -> Served.of(large, Prover.ASSERTED_ONLY));
    System.out.println(stages + ", " + memory());
    ask(served.all(), project.home().resolve("ontology/queries"), questions);
  }

  /** As tdb2.tdbloader with --loader=phased does, inferences into a graph of their own. */
  private static DatasetGraph database(Snapshot large, Path folder) throws IOException {
    DatasetGraph store =
        DatabaseMgr.connectDatasetGraph(
            Location.create(Files.createDirectories(folder).toString()));
    store.getContext().setTrue(TDB2.symUnionDefaultGraph);
    load(LoaderFactory.phasedLoader(store, MonitorOutputs.nullOutput()), large, Snapshot.DATA);
    load(
        LoaderFactory.phasedLoader(store, Terms.graph("inferred"), MonitorOutputs.nullOutput()),
        large,
        Snapshot.INFERRED);
    return store;
  }

  private static void load(DataLoader loader, Snapshot large, String file) {
    loader.startBulk();
    loader.load(large.folder().resolve(file).toString());
    loader.finishBulk();
  }

  private static String size(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum() / 1_000_000
          + " MB on disk";
    }
  }

  private static Grown grown(Snapshot small, int mentions) {
    DatasetGraph data = small.readAsserted();
    List<Graph> articles =
        small.manifest().inputs().stream().map(i -> data.getGraph(Terms.iri(i.graph()))).toList();
    Across.undo(data, articles);
    Graph known = RdfFiles.union(data);
    Map<String, Integer> named = new HashMap<>();
    for (Graph article : articles) {
      for (String slot : List.of("claimSubject", "claimObject")) {
        article
            .find(Node.ANY, Terms.cp(slot), Node.ANY)
            .forEach(t -> named.merge(t.getObject().toString(), 1, Integer::sum));
      }
    }
    Set<String> hubs =
        named.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()).thenComparing(Map.Entry.comparingByKey()))
            .limit(HUBS)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    return new Grown(articles, known, hubs, mentions);
  }

  private Snapshot convert(
      Project project, AcrossRules rules, Grown grown, Path out, int articles) {
    DatasetBuilder builder =
        new DatasetBuilder(
            Project.TOOL,
            RdfFiles.graph(project.ontology()),
            org.w3id.chokepoint.mention.ReferenceData.load(
                    project.reference(),
                    org.w3id.chokepoint.mention.Ontology.load(project.ontology()))
                .graph());
    stages.run(
        "making articles",
        () -> {
          for (int i = 0; i < articles; i++) {
            Graph article = grown.article(i);
            builder.add(name(article), CompactGraph.of(Mentions.leftOut(article)));
          }
        });
    DatasetGraph data = builder.build();
    stages.run("across articles", () -> Across.add(data, rules));
    System.out.println(stages);
    Consequences follows = stages.time("closure", () -> Consequences.of(data));
    System.out.println(stages);
    List<Finding> findings =
        stages.time(
            "shapes",
            () ->
                new Shaped(RdfFiles.graph(project.shapes()), RdfFiles.graph(project.ontology()))
                    .check(
                        data,
                        IntStream.range(0, articles).mapToObj(grown::article),
                        follows.contradictions()));
    System.out.println(stages);
    return stages.time(
        "writing",
        () ->
            Snapshots.at(out)
                .publish(
                    new SnapshotContent(
                        data,
                        follows.inferred(),
                        Rebase.DEFAULT,
                        "growth",
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        findings.stream().filter(Finding::isViolation).count(),
                        List.of()),
                    () ->
                        IntStream.range(0, articles).mapToObj(grown::article).flatMap(Growth::mentions),
                    Optional.empty()));
  }

  private static Node name(Graph article) {
    String iri = Grown.iri(article).getURI();
    return Terms.graph("article-" + iri.substring(iri.lastIndexOf('/') + 1));
  }

  /** They are made again, as a conversion reads them again from the disk. */
  private static Stream<Quad> mentions(Graph article) {
    Node name = name(article);
    return Iter.asStream(Mentions.stretches(article))
        .filter(t -> Mentions.contain(t.getSubject(), article))
        .map(t -> Quad.create(name, t));
  }

  /** Questions with their defaults, each once to warm up and once for the figures. */
  static void ask(DatasetGraph data, Path folder, String names) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files
              .filter(f -> f.getFileName().toString().matches("(" + names + ").*\\.rq"))
              .sorted()
              .toList()) {
        String query = Files.readString(file);
        for (String round : List.of("first", "again")) {
          long start = System.nanoTime();
          String rows;
          try (QueryExec asked =
              QueryExec.dataset(data).query(query).timeout(20_000).build()) {
            rows = rows(asked) + " rows";
          } catch (RuntimeException e) {
            rows = e.getClass().getSimpleName();
          }
          System.out.printf(
              Locale.ROOT,
              "%s %s %.1f ms %s%n",
              file.getFileName(),
              round,
              (System.nanoTime() - start) / 1e6,
              rows);
        }
      }
    }
  }

  private static long rows(QueryExec asked) {
    long rows = 0;
    for (var all = asked.select(); all.hasNext(); all.next()) {
      rows++;
    }
    return rows;
  }

  private static String disk(Snapshot snapshot) throws IOException {
    long bytes = 0;
    for (String file : List.of(Snapshot.DATA, Snapshot.INFERRED)) {
      bytes += Files.size(snapshot.folder().resolve(file));
    }
    return bytes / 1_000_000 + " MB on disk";
  }

  /** The heap in use after a collection, and the most that was resident. */
  private static String memory() throws IOException {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long used = runtime.totalMemory() - runtime.freeMemory();
    Path status = Path.of("/proc/self/status");
    String most =
        Files.exists(status)
            ? Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .collect(Collectors.joining())
            : "";
    return used / 1_000_000 + " MB of heap in use, " + most;
  }
}
