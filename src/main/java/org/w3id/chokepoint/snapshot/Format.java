package org.w3id.chokepoint.snapshot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a snapshot can be exported as. */
public enum Format {
  /** N-Triples: asserted and inferred, sorted. */
  NT("application/n-triples"),
  /** N-Quads: every named graph, inferences in theirs, sorted. */
  NQ("application/n-quads"),
  /** Turtle: asserted and inferred, sorted by subject. */
  TTL("text/turtle"),
  /** TriG: every named graph, sorted. */
  TRIG("application/trig"),
  /** RDF/XML: asserted and inferred. */
  RDFXML("application/rdf+xml"),
  /** JSON-LD 1.1: every named graph. */
  JSONLD("application/ld+json"),
  /** Turtle 1.2: as TTL, and each claim reifies the triple it is about. */
  RDF12("text/turtle;version=1.2"),
  /** CSV (RFC 4180): one row for each claim. */
  CSV("text/csv;charset=utf-8"),
  /** N-Quads as a stock Fuseki serves them: as NQ, and all triples in the default graph too. */
  SERVED("application/n-quads"),
  /** The same without inferences. */
  SERVED_ASSERTED("application/n-quads");

  private final String type;

  Format(String type) {
    this.type = type;
  }

  /** Its media type. */
  public String type() {
    return type;
  }

  /** The format with this name, in any case: {@code nt}, {@code served-asserted} and so on. */
  public static Optional<Format> named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_')))
        .findFirst();
  }
}
