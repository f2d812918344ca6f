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

  /** The properties that lead from an axiom to a list. */
  final int[] listAxioms;

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
    listAxioms =
        new int[] {
          id(OWL2.intersectionOf.getURI()),
          id(OWL2.unionOf.getURI()),
          id(OWL2.oneOf.getURI()),
          id(OWL2.members.getURI()),
          id(OWL2.distinctMembers.getURI()),
          id(OWL2.propertyChainAxiom.getURI()),
          id(OWL2.hasKey.getURI())
        };
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
