package org.w3id.chokepoint.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** Writes the files of a snapshot into an empty folder. */
final class SnapshotWriter {
  /** Some 2 GB of heap with what sorting takes. */
  static final int IN_MEMORY = 3_000_000;

  private SnapshotWriter() {}

  /**
   * What was written.
   *
   * @param change from the snapshot before, where there is one
   */
  record Written(Manifest manifest, Optional<ChangeSet> change) {}

  /**
   * Writes data, inferences and manifest, each brought onto the disk.
   *
   * @param more asserted quads besides those of the content, without blank nodes
   * @param most quads that are sorted in memory; more are sorted on the disk
   */
  static Written write(
      SnapshotContent content,
      Supplier<Stream<Quad>> more,
      Optional<Kept> kept,
      Path folder,
      int most)
      throws IOException {
    Set<String> common = kept.map(Kept::graphs).orElse(Set.of());
    List<Quad> come = kept.map(Kept::come).orElse(List.of());
    Supplier<Stream<Quad>> quads =
        () -> Stream.concat(come.stream(), quads(content.asserted(), common));
    Supplier<Stream<Quad>> inferences = () -> NQuads.triples(content.inferred());
    Part data = part(kept, Snapshot.DATA, content.base(), quads, more, folder, most);
    Part inferred = part(kept, Snapshot.INFERRED, "", inferences, Stream::empty, folder, most);
    Manifest manifest =
        new Manifest(
            name(data.file(), inferred.file()),
            content.tool(),
            content.base(),
            content.date(),
            counts(
                content, kept.map(Kept::counts).orElse(Map.of()), data.lines(), inferred.lines()),
            Map.of(Snapshot.DATA, data.file(), Snapshot.INFERRED, inferred.file()),
            content.inputs(),
            content.duplicates(),
            content.rejected(),
            content.faulty());
    Path manifestFile = folder.resolve(Snapshot.MANIFEST);
    Files.writeString(manifestFile, manifest.toJson());
    Folders.share(folder);
    Folders.sync(manifestFile);
    Folders.sync(folder);
    return new Written(
        manifest,
        kept.map(
            k ->
                ChangeSet.of(
                    k.before().name(),
                    manifest.name(),
                    manifest.base(),
                    List.of(data.deleted(), inferred.deleted()),
                    List.of(data.added(), inferred.added()))));
  }

  private record Part(
      long lines, List<String> deleted, List<String> added, Manifest.FileInfo file) {}

  private static String name(Manifest.FileInfo data, Manifest.FileInfo inferred) {
    String content = data.content() + inferred.content();
    return Hashing.sha256(content.getBytes(StandardCharsets.US_ASCII)).substring(0, 12);
  }

  /** The quads of named graphs, but for some graphs. */
  private static Stream<Quad> quads(DatasetGraph data, Set<String> without) {
    return Iter.toList(data.listGraphNodes()).stream()
        .filter(name -> !without.contains(name.toString()))
        .flatMap(name -> data.getGraph(name).stream().map(t -> Quad.create(name, t)));
  }

  private static Part part(
      Optional<Kept> kept,
      String name,
      String base,
      Supplier<Stream<Quad>> quads,
      Supplier<Stream<Quad>> more,
      Path folder,
      int most)
      throws IOException {
    Path file = folder.resolve(name);
    BlankLabels labels = BlankLabels.of(quads.get().filter(SnapshotWriter::hasBlank).toList());
    try (MemberWriter out =
            new MemberWriter(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16), base);
        SortedRuns runs = new SortedRuns(folder, labels, most);
        Renewal renewal = Renewal.of(kept, name, out)) {
      Stream<Quad> both = Stream.concat(quads.get(), more.get());
      for (Iterator<Quad> all = both.iterator(); all.hasNext(); ) {
        runs.add(all.next());
      }
      runs.write(renewal);
      long lines = renewal.end();
      out.close();
      Folders.sync(file);
      return new Part(lines, renewal.deleted(), renewal.added(), info(file, renewal.content()));
    }
  }

  private static Manifest.FileInfo info(Path file, String content) throws IOException {
    return new Manifest.FileInfo(Files.size(file), Hashing.sha256(file), content);
  }

  private static boolean hasBlank(Quad quad) {
    return quad.getSubject().isBlank() || quad.getObject().isBlank() || quad.getGraph().isBlank();
  }

  private static Map<String, Long> counts(
      SnapshotContent content, Map<String, Long> besides, long quads, long inferred) {
    Map<String, Long> counts = new TreeMap<>(instances(content.asserted()));
    besides.forEach((what, number) -> counts.merge(what, number, Long::sum));
    counts.put("quads", quads);
    counts.put("inferred", inferred);
    counts.put("violations", content.violations());
    return counts;
  }

  static Map<String, Long> instances(DatasetGraph asserted) {
    return Map.of(
        "articles", instances(asserted, RDF.type.asNode(), Terms.cp("Article")),
        "claims", instances(asserted, RDF.type.asNode(), Terms.cp("Claim")),
        "accepted", instances(asserted, Terms.cp("claimStatus"), Terms.cp("Accepted")));
  }

  private static long instances(DatasetGraph data, Node predicate, Node object) {
    return data.stream(Node.ANY, Node.ANY, predicate, object)
        .map(Quad::getSubject)
        .distinct()
        .count();
  }
}
