package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;

/** Writes a snapshot, inferences included, in other formats. */
public final class Export {
  private static final Node REIFIES =
      NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies");

  private Export() {}

  /** Writes all of a snapshot. The stream stays open. */
  public static void write(Snapshot snapshot, Format format, OutputStream out) throws IOException {
    Node inferred = NodeFactory.createURI(snapshot.manifest().base() + Terms.INFERRED);
    write(snapshot.readAsserted(), snapshot.readInferred(), inferred, format, out);
  }

  /**
   * Writes named graphs (not the default graph, which repeats them) and inferences. All but RDF/XML
   * and JSON-LD give the same bytes for the same content.
   *
   * @param inferredName name of the graph of inferences in formats that have named graphs
   */
  public static void write(
      DatasetGraph asserted, Graph inferred, Node inferredName, Format format, OutputStream out)
      throws IOException {
    List<Quad> quads = new ArrayList<>();
    asserted.findNG(Node.ANY, Node.ANY, Node.ANY, Node.ANY).forEachRemaining(quads::add);
    if (format != Format.SERVED_ASSERTED) {
      inferred.find().forEachRemaining(t -> quads.add(Quad.create(inferredName, t)));
    }
    switch (format) {
      case NQ -> NQuads.write(quads, out);
      case NT -> NQuads.write(triples(quads), out);
      case TTL -> stream(triples(quads), RDFFormat.TURTLE_BLOCKS, false, out);
      case RDF12 -> stream(triples(quads), RDFFormat.TURTLE_BLOCKS, true, out);
      case TRIG -> stream(quads, RDFFormat.TRIG_BLOCKS, false, out);
      case RDFXML -> RDFWriter.source(graph(quads)).format(RDFFormat.RDFXML_PLAIN).output(out);
      case JSONLD -> RDFWriter.source(dataset(quads)).format(RDFFormat.JSONLD11_PLAIN).output(out);
      case SERVED, SERVED_ASSERTED ->
          NQuads.write(Stream.concat(quads.stream(), triples(quads).stream()).toList(), out);
      case CSV -> ClaimTable.write(graph(quads), out);
    }
    out.flush();
  }

  private static List<Quad> triples(List<Quad> quads) {
    return quads.stream()
        .map(quad -> Quad.create(Quad.defaultGraphIRI, quad.asTriple()))
        .distinct()
        .toList();
  }

  private static Graph graph(List<Quad> quads) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    quads.forEach(quad -> graph.add(quad.asTriple()));
    graph.getPrefixMapping().setNsPrefixes(Prefixes.all());
    return graph;
  }

  private static DatasetGraph dataset(List<Quad> quads) {
    DatasetGraph dataset = DatasetGraphFactory.create();
    quads.forEach(dataset::add);
    dataset.getDefaultGraph().getPrefixMapping().setNsPrefixes(Prefixes.all());
    return dataset;
  }

  private static void stream(List<Quad> quads, RDFFormat format, boolean reify, OutputStream out) {
    Lookup claims = new Lookup(reify ? graph(quads) : GraphMemFactory.empty());
    StreamRDF writer = StreamRDFWriter.getWriterStream(out, format);
    writer.start();
    Prefixes.all().forEach(writer::prefix);
    for (Quad quad : NQuads.sorted(quads)) {
      if (quad.isDefaultGraph()) {
        writer.triple(quad.asTriple());
      } else {
        writer.quad(quad);
      }
      if (reify && quad.getPredicate().equals(Terms.cp("claimSubject"))) {
        content(quad.getSubject(), quad.getObject(), claims)
            .map(NodeFactory::createTripleTerm)
            .ifPresent(term -> writer.triple(Triple.create(quad.getSubject(), REIFIES, term)));
      }
    }
    writer.finish();
  }

  private static Optional<Triple> content(Node claim, Node subject, Lookup claims) {
    return claims
        .object(claim, Terms.cp("claimPredicate"))
        .flatMap(
            predicate ->
                claims
                    .object(claim, Terms.cp("claimObject"), Terms.cp("claimValue"))
                    .map(object -> Triple.create(subject, predicate, object)));
  }
}
