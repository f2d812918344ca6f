package org.w3id.chokepoint.reason;

import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.reasoner.Reasoner;
import org.apache.jena.reasoner.ReasonerException;
import org.apache.jena.sparql.graph.GraphFactory;

/** OWL 2 RL as a reasoner of Jena. */
public final class OwlRlReasoner implements Reasoner {
  private final Graph schema;

  /** A reasoner without an ontology of its own. */
  public OwlRlReasoner() {
    this(GraphFactory.createDefaultGraph());
  }

  private OwlRlReasoner(Graph schema) {
    this.schema = schema;
  }

  @Override
  public Reasoner bindSchema(Graph ontology) {
    return new OwlRlReasoner(Entailment.copy(schema, ontology));
  }

  @Override
  public Reasoner bindSchema(Model ontology) {
    return bindSchema(ontology.getGraph());
  }

  @Override
  public InfGraph bind(Graph data) {
    return new OwlRlGraph(data, schema, this);
  }

  @Override
  public void setDerivationLogging(boolean wanted) {
    // Derivations are always kept: see OwlRlGraph.closure().
  }

  @Override
  public void setParameter(Property parameter, Object value) {
    throw new ReasonerException("the OWL 2 RL reasoner has no parameter " + parameter);
  }

  @Override
  public Model getReasonerCapabilities() {
    return ModelFactory.createDefaultModel();
  }

  @Override
  public void addDescription(Model model, Resource base) {
    // There are no parameters to describe.
  }

  @Override
  public boolean supportsProperty(Property property) {
    return true;
  }
}
