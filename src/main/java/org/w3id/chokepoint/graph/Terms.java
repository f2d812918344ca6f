package org.w3id.chokepoint.graph;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.chokepoint.mention.Ontology;

/** The IRIs that the data is written with. */
public final class Terms {
  /** Base of all individuals. */
  public static final String ID = "https://w3id.org/chokepoint/id/";

  private static final String NIF_NS =
      "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#";
  private static final String PROV_NS = "http://www.w3.org/ns/prov#";
  private static final String SCHEMA_NS = "https://schema.org/";

  /** itsrdf:taIdentRef, the entity that a mention stands for. */
  public static final Node TA_IDENT_REF = iri("http://www.w3.org/2005/11/its/rdf#taIdentRef");

  /** dcterms:identifier. */
  public static final Node IDENTIFIER = iri("http://purl.org/dc/terms/identifier");

  private Terms() {}

  /** A term of the ontology by local name. */
  public static Node cp(String local) {
    return iri(Ontology.NAMESPACE + local);
  }

  /** A term of the NIF core vocabulary. */
  public static Node nif(String local) {
    return iri(NIF_NS + local);
  }

  /** A term of PROV-O. */
  public static Node prov(String local) {
    return iri(PROV_NS + local);
  }

  /** A term of schema.org. */
  public static Node schema(String local) {
    return iri(SCHEMA_NS + local);
  }

  /** The named graph of a name: {@code facts}, {@code reference}, {@code article-x}. */
  public static Node graph(String name) {
    return iri(ID + "graph/" + name);
  }

  /** Any IRI. */
  public static Node iri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
