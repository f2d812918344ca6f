package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
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

  /** What a file that is made of the dump begins with: its format, and the hashes of the dump. */
  int[] madeOf(int format) {
    StringBuilder key = new StringBuilder().append(format).append(' ');
    manifest.files().values().forEach(file -> key.append(file.sha256()).append(' '));
    return key.append(manifest.base()).toString().chars().toArray();
  }

  /** Reads the asserted quads into memory, each named graph by itself, the default graph empty. */
  public DatasetGraph readAsserted() {
    DatasetGraph dataset =
        DatasetGraphFactory.createWithGraphMaker(name -> GraphMemFactory.createDefaultGraph());
    Map<Node, Graph> graphs = new HashMap<>();
    read(
        DATA,
        Snapshot::whole,
        (name, s, p, o) ->
            graphs
                .computeIfAbsent(
                    name == null ? Quad.defaultGraphNodeGenerated : name, dataset::getGraph)
                .add(Triple.create(s, p, o)));
    return dataset;
  }

  /** As above, without {@link Mentions}; the graphs of articles are {@link CompactGraph}. */
  public DatasetGraph readWithoutMentions() {
    Set<Node> articles =
        manifest.inputs().stream()
            .map(i -> NodeFactory.createURI(i.graph()))
            .collect(Collectors.toSet());
    Map<Node, List<Triple>> graphs = new HashMap<>();
    read(
        DATA,
        Mentions::leftOut,
        (name, s, p, o) ->
            graphs
                .computeIfAbsent(
                    name == null ? Quad.defaultGraphNodeGenerated : name, n -> new ArrayList<>())
                .add(Triple.create(s, p, o)));
    DatasetGraph dataset = DatasetGraphFactory.createGeneral();
    graphs.forEach(
        (name, triples) -> {
          if (articles.contains(name)) {
            dataset.addGraph(name, CompactGraph.grouped(triples));
          } else {
            triples.forEach(dataset.getGraph(name)::add);
          }
        });
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
    read(DATA, Snapshot::whole, sink);
  }

  /** Shows all inferred triples, in the order of the file. */
  void eachInferred(NQuadsReader.Sink sink) {
    read(INFERRED, Snapshot::whole, sink);
  }

  private interface Reading {
    void of(LineReader lines, NQuadsReader reader) throws IOException;
  }

  private static void whole(LineReader lines, NQuadsReader reader) throws IOException {
    reader.read(lines);
  }

  /** Blank nodes keep their labels. */
  private void read(String file, Reading reading, NQuadsReader.Sink sink) {
    Path path = folder.resolve(file);
    try (LineReader lines = LineReader.of(path)) {
      reading.of(lines, new NQuadsReader(sink));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path + " (" + e.getMessage() + ")", e);
    }
  }
}
