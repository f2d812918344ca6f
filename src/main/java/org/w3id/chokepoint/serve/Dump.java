package org.w3id.chokepoint.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;
import org.w3id.chokepoint.snapshot.Export;
import org.w3id.chokepoint.snapshot.Format;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Terms;

/** Everything as a file: those of the snapshot, and exports made while they are sent. */
public final class Dump {
  private static final Map<String, String> FILES =
      Map.of(
          Snapshot.DATA, "application/gzip",
          Snapshot.INFERRED, "application/gzip",
          Snapshot.MANIFEST, "application/json");

  /** Exports by file name. */
  public static final Map<String, Format> EXPORTS = new LinkedHashMap<>();

  static {
    EXPORTS.put("chokepoint.nq", Format.NQ);
    EXPORTS.put("chokepoint.nt", Format.NT);
    EXPORTS.put("chokepoint.ttl", Format.TTL);
    EXPORTS.put("chokepoint.trig", Format.TRIG);
    EXPORTS.put("chokepoint.rdf", Format.RDFXML);
    EXPORTS.put("chokepoint.jsonld", Format.JSONLD);
    EXPORTS.put("chokepoint-rdf12.ttl", Format.RDF12);
    EXPORTS.put("chokepoint.csv", Format.CSV);
  }

  private Dump() {}

  static Reply answer(Question question) {
    String name = question.rest("/dump/");
    Served served = question.served();
    Map<String, String> headers =
        Map.of("Content-Disposition", "attachment; filename=\"" + name + "\"");
    Format format = EXPORTS.get(name);
    Optional<Path> file =
        served.snapshot().map(snapshot -> snapshot.folder().resolve(name)).filter(Files::exists);
    String type = FILES.get(name);
    if (served.snapshot().isEmpty()) {
      return Reply.notFound("This server runs on a database; ask its operator for the files.");
    } else if (format != null) {
      return new Reply.Content(
          format.type(),
          headers,
          out ->
              Export.write(
                  served.asserted(),
                  served.inferred(),
                  NodeFactory.createURI(served.base() + Terms.INFERRED),
                  format,
                  out));
    } else if (type != null && file.isPresent()) {
      return new Reply.Content(type, headers, out -> Files.copy(file.get(), out));
    }
    return Reply.notFound(
        "Files are "
            + String.join(", ", FILES.keySet().stream().sorted().toList())
            + ", "
            + String.join(", ", EXPORTS.keySet())
            + ".");
  }
}
