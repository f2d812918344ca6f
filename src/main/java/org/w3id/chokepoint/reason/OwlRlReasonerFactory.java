package org.w3id.chokepoint.reason;

import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.reasoner.Reasoner;
import org.apache.jena.reasoner.ReasonerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Lets an assembler file name this reasoner: {@code ja:reasoner [ ja:reasonerClass
 * "org.w3id.chokepoint.reason.OwlRlReasonerFactory" ]}, with the jar on the class path.
 */
public final class OwlRlReasonerFactory implements ReasonerFactory {
  /** The IRI that stands for this reasoner. */
  public static final String IRI = "https://w3id.org/chokepoint/reasoner/owl2rl";

  @Override
  public Reasoner create(@Nullable Resource configuration) {
    return new OwlRlReasoner();
  }

  @Override
  public Model getCapabilities() {
    return ModelFactory.createDefaultModel();
  }

  @Override
  public String getURI() {
    return IRI;
  }
}
