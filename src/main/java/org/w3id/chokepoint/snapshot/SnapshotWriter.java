package org.w3id.chokepoint.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;

/** Writes the files of a snapshot into an empty folder. */
final class SnapshotWriter {
  private SnapshotWriter() {}

  /** Writes data, inferences and manifest, each brought onto the disk. */
  static Manifest write(SnapshotContent content, Path folder) throws IOException {
    MessageDigest identity = Hashing.digest();
    Path data = folder.resolve(Snapshot.DATA);
    Path inferred = folder.resolve(Snapshot.INFERRED);
    long quads = zip(data, identity, out -> NQuads.write(content.asserted(), out));
    long triples = zip(inferred, identity, out -> NQuads.write(content.inferred(), out));
    Manifest manifest =
        new Manifest(
            HexFormat.of().formatHex(identity.digest()).substring(0, 12),
            content.tool(),
            content.base(),
            content.date(),
            counts(content, quads, triples),
            Map.of(Snapshot.DATA, info(data), Snapshot.INFERRED, info(inferred)),
            content.inputs(),
            content.duplicates(),
            content.rejected());
    Path manifestFile = folder.resolve(Snapshot.MANIFEST);
    Files.writeString(manifestFile, manifest.toJson());
    Folders.share(folder);
    Folders.sync(manifestFile);
    Folders.sync(folder);
    return manifest;
  }

  private interface Writing {
    long to(OutputStream out) throws IOException;
  }

  /** Java's gzip header carries neither name nor time, so equal content gives equal bytes. */
  private static long zip(Path file, MessageDigest identity, Writing writing) throws IOException {
    long written;
    try (OutputStream out =
        new DigestOutputStream(
            new BufferedOutputStream(
                new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), 1 << 16),
            identity)) {
      written = writing.to(out);
    }
    Folders.sync(file);
    return written;
  }

  private static Manifest.FileInfo info(Path file) throws IOException {
    return new Manifest.FileInfo(Files.size(file), Hashing.sha256(file));
  }

  private static Map<String, Long> counts(SnapshotContent content, long quads, long inferred) {
    DatasetGraph asserted = content.asserted();
    Map<String, Long> counts = new TreeMap<>();
    counts.put("quads", quads);
    counts.put("inferred", inferred);
    counts.put("graphs", (long) Iter.toList(asserted.listGraphNodes()).size());
    counts.put("articles", instances(asserted, RDF.type.asNode(), Terms.cp("Article")));
    counts.put("claims", instances(asserted, RDF.type.asNode(), Terms.cp("Claim")));
    counts.put("accepted", instances(asserted, Terms.cp("claimStatus"), Terms.cp("Accepted")));
    counts.put("violations", content.violations());
    return counts;
  }

  private static long instances(DatasetGraph data, Node predicate, Node object) {
    return data.stream(Node.ANY, Node.ANY, predicate, object)
        .map(Quad::getSubject)
        .distinct()
        .count();
  }
}
