package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.w3id.chokepoint.across.AcrossRules;
import org.w3id.chokepoint.article.Reading;
import org.w3id.chokepoint.check.Finding;
import org.w3id.chokepoint.cli.Intake.Entry;
import org.w3id.chokepoint.graph.DatasetBuilder;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.mention.ReferenceData;
import org.w3id.chokepoint.snapshot.CompactGraph;
import org.w3id.chokepoint.snapshot.Manifest;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.SnapshotContent;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.text.Annotator;

/**
 * Articles to a snapshot. An article that the current snapshot knows, read by the same version, is
 * taken over; the parser is loaded only if some article is new.
 */
final class Conversion {
  private final Project project;
  private final Settings settings;
  private final Readings.Source source;
  private final Snapshots snapshots;
  private final Stages stages = new Stages();

  /**
   * How to convert.
   *
   * @param out folder of snapshots
   * @param threads articles read at once
   * @param base base IRI of the data
   * @param day of the run; where empty, that of the newest article
   */
  record Settings(Path out, int threads, String base, Optional<LocalDate> day) {
    /** As many threads as processors, everything else as usual. */
    static Settings standard(Path out) {
      int processors = Runtime.getRuntime().availableProcessors();
      return new Settings(out, processors, Rebase.DEFAULT, Optional.empty());
    }
  }

  Conversion(Project project, Settings settings, Supplier<Annotator> annotator) {
    this(project, settings, Readings.here(project, settings.threads(), annotator));
  }

  /** A conversion whose new articles are read by {@code source}. */
  Conversion(Project project, Settings settings, Readings.Source source) {
    this.project = project;
    this.settings = settings;
    this.source = source;
    this.snapshots = Snapshots.at(settings.out());
  }

  /** How long the stages took so far. */
  Stages stages() {
    return stages;
  }

  /** What came of it. */
  sealed interface Outcome {
    List<Reading.Rejected> rejected();

    /** A snapshot was written; {@code read} of its articles are new. */
    record Published(
        Snapshot snapshot, int read, List<Reading.Rejected> rejected, List<Finding> findings)
        implements Outcome {}

    /** The current snapshot is what the articles give. */
    record Unchanged(Snapshot snapshot, List<Reading.Rejected> rejected) implements Outcome {}

    /** There was no article to read; what was published before stays. */
    record Nothing(List<Reading.Rejected> rejected) implements Outcome {}
  }

  /**
   * Converts and publishes.
   *
   * @throws IOException where an input path does not exist; the message is for the user
   */
  Outcome convert(List<Path> paths) throws IOException {
    return convert(paths, Set.of());
  }

  /** As above, without the articles whose identifiers are retracted. */
  Outcome convert(List<Path> paths, Set<String> retracted) throws IOException {
    try (Intake all =
        stages.<Intake, IOException>time("intake", () -> Intake.of(paths, settings.out()))) {
      return convert(all.without(retracted));
    }
  }

  private Outcome convert(Intake intake) throws IOException {
    if (intake.entries().isEmpty()) {
      return new Outcome.Nothing(intake.rejected());
    }
    String version = Fingerprint.of(project);
    String date = settings.day().or(intake::newest).map(LocalDate::toString).orElse("");
    Optional<Snapshot> current =
        stages.time("verification", snapshots::current).filter(s -> readBy(version, s.manifest()));
    if (current.isPresent() && same(current.get().manifest(), intake, date)) {
      return new Outcome.Unchanged(current.get(), intake.rejected());
    }
    AcrossRules rules = across();
    Known known =
        stages.time(
            "known articles",
            () ->
                current
                    .filter(s -> settings.base().equals(Rebase.DEFAULT))
                    .map(s -> Known.of(intake, s, rules))
                    .orElseGet(Known::nothing));
    List<Entry> fresh =
        intake.entries().stream().filter(e -> !known.articles().contains(e)).toList();
    List<Reading.Rejected> rejected = new ArrayList<>(intake.rejected());
    Unpublished unpublished = new Unpublished(settings.out(), version);
    Map<Entry, Graph> graphs =
        new HashMap<>(stages.time("unpublished", () -> unpublished.graphs(fresh)));
    List<Entry> unread = fresh.stream().filter(a -> !graphs.containsKey(a)).toList();
    if (unread.size() < fresh.size()) {
      System.err.printf(
          "%d of %d articles were read by a conversion that did not end%n",
          fresh.size() - unread.size(), fresh.size());
    }
    if (!unread.isEmpty()) {
      Readings readings =
          stages.<Readings, IOException>time(
              "reading", () -> source.read(unread, intake.sieve(), unpublished));
      graphs.putAll(readings.graphs());
      rejected.addAll(readings.rejected());
    }
    graphs.replaceAll((e, graph) -> CompactGraph.of(graph));
    List<Entry> articles =
        intake.entries().stream()
            .filter(e -> known.articles().contains(e) || graphs.containsKey(e))
            .toList();
    if (articles.isEmpty()) {
      return new Outcome.Nothing(rejected);
    }
    Intake taken = new Intake(intake.sieve(), articles, intake.duplicates(), rejected);
    Outcome outcome = publish(version, date, taken, graphs, known, rules, unpublished);
    unpublished.clear();
    return outcome;
  }

  private Outcome publish(
      String version,
      String date,
      Intake intake,
      Map<Entry, Graph> graphs,
      Known known,
      AcrossRules rules,
      Unpublished unpublished) {
    Graph ontology = RdfFiles.graph(project.ontology());
    Graph reference =
        ReferenceData.load(project.reference(), Ontology.load(project.ontology())).graph();
    List<Entry> fresh = intake.entries().stream().filter(graphs::containsKey).toList();
    Together together =
        stages.time(
            "across articles",
            () ->
                Together.of(
                    known,
                    named(graphs),
                    date,
                    rules,
                    day -> {
                      DatasetBuilder builder =
                          new DatasetBuilder(Project.TOOL, ontology, reference);
                      if (!day.isEmpty()) {
                        builder.date(LocalDate.parse(day));
                      }
                      return builder;
                    }));
    DatasetGraph seen = Rebase.to(settings.base(), together.seen());
    Consequences follows = stages.time("closure", () -> Consequences.of(seen));
    List<Finding> findings =
        stages.time(
            "shapes",
            () ->
                new Shaped(RdfFiles.graph(project.shapes()), ontology)
                    .check(
                        seen,
                        fresh.stream()
                            .map(
                                e ->
                                    moved(
                                        unpublished.whole(
                                            e, graphs.getOrDefault(e, Graph.emptyGraph)))),
                        follows.contradictions()));
    Snapshot snapshot =
        stages.time(
            "writing",
            () ->
                snapshots.publish(
                    new SnapshotContent(
                        Rebase.to(settings.base(), together.now()),
                        follows.inferred(),
                        settings.base(),
                        version,
                        date,
                        intake.inputs(),
                        intake.duplicates(),
                        entries(intake.rejected()),
                        findings.stream().filter(Finding::isViolation).count(),
                        findings.stream().map(Finding::focus).distinct().sorted().toList()),
                    () -> fresh.stream().flatMap(e -> mentions(e, unpublished)),
                    together.kept(known)));
    stages.run("shelf", () -> known.shelf().keep(snapshot));
    return new Outcome.Published(snapshot, fresh.size(), intake.rejected(), findings);
  }

  private static Map<String, Graph> named(Map<Entry, Graph> graphs) {
    Map<String, Graph> out = new HashMap<>();
    graphs.forEach((article, graph) -> out.put(article.input().graph(), graph));
    return out;
  }

  private Graph moved(Graph article) {
    return Rebase.to(settings.base(), article);
  }

  private Stream<Quad> mentions(Entry article, Unpublished unpublished) {
    Node graph = Terms.iri(article.input().graph());
    return unpublished
        .mentions(article)
        .map(t -> Rebase.to(settings.base(), Quad.create(graph, t)));
  }

  private AcrossRules across() {
    try {
      return AcrossRules.load(project.across());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + project.across() + " (" + e + ")", e);
    }
  }

  private boolean readBy(String version, Manifest manifest) {
    return manifest.tool().equals(version) && manifest.base().equals(settings.base());
  }

  private static boolean same(Manifest manifest, Intake intake, String date) {
    return manifest.date().equals(date)
        && fingerprints(manifest.inputs()).equals(fingerprints(intake.inputs()))
        && manifest.duplicates().equals(intake.duplicates())
        && manifest.rejected().equals(entries(intake.rejected()));
  }

  /** Files may be named another way, "seeds" or with the whole path; what counts is inside. */
  private static Map<String, String> fingerprints(List<Manifest.Input> inputs) {
    Map<String, String> out = new TreeMap<>();
    inputs.forEach(i -> out.put(i.id(), i.fingerprint()));
    return out;
  }

  static List<Manifest.Rejected> entries(List<Reading.Rejected> rejected) {
    return rejected.stream()
        .map(r -> new Manifest.Rejected(r.file(), r.line(), r.reason()))
        .toList();
  }
}
