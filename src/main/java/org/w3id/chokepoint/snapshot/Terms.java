package org.w3id.chokepoint.snapshot;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** The vocabulary that readers of a snapshot need: the claim model and the standards it uses. */
public final class Terms {
  /** Base of all our IRIs unless a conversion chose another. */
  public static final String BASE = "https://w3id.org/chokepoint/";

  /** Namespace of the ontology. */
  public static final String CP = BASE + "ontology#";

  /** NIF 2.0 Core: text positions. */
  public static final String NIF =
      "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";

  /** ITS 2.0 RDF: which entity a phrase names. */
  public static final String ITSRDF = "http://www.w3.org/2005/11/its/rdf#";

  /** schema.org, in its https form. */
  public static final String SCHEMA = "https://schema.org/";

  /** Dublin Core terms. */
  public static final String DCTERMS = "http://purl.org/dc/terms/";

  /** PROV-O. */
  public static final String PROV = "http://www.w3.org/ns/prov#";

  /** SKOS. */
  public static final String SKOS = "http://www.w3.org/2004/02/skos/core#";

  /** Name of the graph of inferences, relative to the base. */
  public static final String INFERRED = "id/graph/inferred";

  /** Name of the graph that holds the ontology, relative to the base. */
  public static final String ONTOLOGY = "id/graph/ontology";

  private Terms() {}

  /** A term of the ontology by its local name. */
  public static Node cp(String name) {
    return NodeFactory.createURI(CP + name);
  }

  /** A term of NIF Core by its local name. */
  public static Node nif(String name) {
    return NodeFactory.createURI(NIF + name);
  }

  /** A term of schema.org by its local name. */
  public static Node schema(String name) {
    return NodeFactory.createURI(SCHEMA + name);
  }

  /** A term of Dublin Core by its local name. */
  public static Node dcterms(String name) {
    return NodeFactory.createURI(DCTERMS + name);
  }
}
