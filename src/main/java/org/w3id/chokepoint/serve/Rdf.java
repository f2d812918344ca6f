package org.w3id.chokepoint.serve;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.w3id.chokepoint.snapshot.Prefixes;

/** A serialization that we offer, by media type and file name extension. */
enum Rdf {
  TURTLE("text/turtle", "ttl", RDFFormat.TURTLE_PRETTY),
  JSONLD("application/ld+json", "jsonld", RDFFormat.JSONLD11_PRETTY),
  NTRIPLES("application/n-triples", "nt", RDFFormat.NTRIPLES_UTF8),
  RDFXML("application/rdf+xml", "rdf", RDFFormat.RDFXML_PLAIN);

  /** Media types in the order in which we like to give them. */
  static final List<String> TYPES = List.of(values()).stream().map(Rdf::type).toList();

  private final String type;
  private final String extension;
  private final RDFFormat format;

  Rdf(String type, String extension, RDFFormat format) {
    this.type = type;
    this.extension = extension;
    this.format = format;
  }

  String type() {
    return type;
  }

  String extension() {
    return extension;
  }

  /** By media type or file name extension. */
  static Optional<Rdf> named(String name) {
    return List.of(values()).stream()
        .filter(rdf -> rdf.type.equals(name) || rdf.extension.equals(name))
        .findFirst();
  }

  /** The graph as an answer; it must not change any more. */
  Reply reply(Graph graph, Map<String, String> headers) {
    graph.getPrefixMapping().setNsPrefixes(Prefixes.of(graph));
    String charset = this == JSONLD || this == RDFXML ? "" : ";charset=utf-8";
    return new Reply.Content(
        type + charset, headers, out -> RDFWriter.source(graph).format(format).build().output(out));
  }
}
