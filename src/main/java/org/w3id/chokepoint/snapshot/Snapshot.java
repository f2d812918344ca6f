package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/**
 * A published knowledge graph whose files have been checked against its manifest.
 *
 * @param folder where its files lie
 */
public record Snapshot(Path folder, Manifest manifest) {
  /** File with all asserted quads. */
  public static final String DATA = "data.nq.gz";

  /** File with all inferred triples. */
  public static final String INFERRED = "inferred.nt.gz";

  /** File with the manifest. */
  public static final String MANIFEST = "manifest.json";

  /** The snapshot's name; a function of its content. */
  public String name() {
    return manifest.name();
  }

  /** What the manifest says of the content of a file. */
  String content(String file) {
    return Objects.requireNonNull(manifest.files().get(file)).content();
  }

  /** Reads the asserted quads into memory, each named graph by itself, the default graph empty. */
  public DatasetGraph readAsserted() {
    return readAsserted(NQuadsReader::read);
  }

  /** As above, without {@link Mentions}. */
  public DatasetGraph readWithoutMentions() {
    return readAsserted(Mentions::leftOut);
  }

  private DatasetGraph readAsserted(Reading reading) {
    DatasetGraph dataset =
        DatasetGraphFactory.createWithGraphMaker(name -> GraphMemFactory.createDefaultGraph());
    Map<Node, Graph> graphs = new HashMap<>();
    read(
        DATA,
        reading,
        (name, s, p, o) ->
            graphs
                .computeIfAbsent(
                    name == null ? Quad.defaultGraphNodeGenerated : name, dataset::getGraph)
                .add(Triple.create(s, p, o)));
    return dataset;
  }

  /** Reads the inferred triples into memory. */
  public Graph readInferred() {
    Graph graph = GraphMemFactory.createDefaultGraph();
    eachInferred((name, s, p, o) -> graph.add(Triple.create(s, p, o)));
    return graph;
  }

  /** Shows all asserted quads, in the order of the file. */
  void eachAsserted(NQuadsReader.Sink sink) {
    read(DATA, NQuadsReader::read, sink);
  }

  /** Shows all inferred triples, in the order of the file. */
  void eachInferred(NQuadsReader.Sink sink) {
    read(INFERRED, NQuadsReader::read, sink);
  }

  private interface Reading {
    void of(NQuadsReader reader, NQuadsReader.Sink sink) throws IOException;
  }

  /** Blank nodes keep their labels. */
  private void read(String file, Reading reading, NQuadsReader.Sink sink) {
    Path path = folder.resolve(file);
    try (LineReader lines = LineReader.of(path)) {
      reading.of(new NQuadsReader(lines), sink);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + " (" + e.getMessage() + ")", e);
    }
  }
}
