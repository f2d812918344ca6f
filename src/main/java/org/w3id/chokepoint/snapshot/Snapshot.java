package org.w3id.chokepoint.snapshot;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

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

  /** Reads the asserted quads into memory, each named graph by itself, the default graph empty. */
  public DatasetGraph readAsserted() {
    DatasetGraph dataset =
        DatasetGraphFactory.createWithGraphMaker(name -> GraphMemFactory.createDefaultGraph());
    read(DATA, Lang.NQUADS, StreamRDFLib.dataset(dataset));
    return dataset;
  }

  /** Reads the inferred triples into memory. */
  public Graph readInferred() {
    Graph graph = GraphMemFactory.createDefaultGraph();
    read(INFERRED, Lang.NTRIPLES, StreamRDFLib.graph(graph));
    return graph;
  }

  /** Sends the content of a file to {@code sink}; blank nodes keep their labels. */
  public void read(String file, Lang lang, StreamRDF sink) {
    Path path = folder.resolve(file);
    try (InputStream in =
        new GZIPInputStream(new BufferedInputStream(Files.newInputStream(path)), 1 << 16)) {
      RDFParser.source(in)
          .lang(lang)
          .labelToNode(LabelToNode.createUseLabelAsGiven())
          .checking(false)
          .resolveURIs(false)
          .parse(sink);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }
}
