package org.w3id.chokepoint.reason;

import java.util.BitSet;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** The numbers of the terms that the engine itself must know. */
final class Vocabulary {
  final int type;
  final int first;
  final int rest;
  final int nil;
  final int sameAs;
  final int thing;
  final int nothing;
  final int subClassOf;
  private final Dictionary dictionary;
  private final BitSet schema = new BitSet();

  Vocabulary(Dictionary dictionary) {
    this.dictionary = dictionary;
    type = id(RDF.type.getURI());
    first = id(RDF.first.getURI());
    rest = id(RDF.rest.getURI());
    nil = id(RDF.nil.getURI());
    sameAs = id(OWL2.sameAs.getURI());
    thing = id(OWL2.Thing.getURI());
    nothing = id(OWL2.Nothing.getURI());
    subClassOf = id(RDFS.subClassOf.getURI());
    schema.set(subClassOf);
    schema.set(id(RDFS.subPropertyOf.getURI()));
    schema.set(id(RDFS.domain.getURI()));
    schema.set(id(RDFS.range.getURI()));
    schema.set(id(OWL2.equivalentClass.getURI()));
    schema.set(id(OWL2.equivalentProperty.getURI()));
  }

  /** Whether {@code term} is one of the predicates that table 9 draws conclusions on. */
  boolean isSchema(int term) {
    return schema.get(term);
  }

  private int id(String iri) {
    return dictionary.id(NodeFactory.createURI(iri));
  }
}
