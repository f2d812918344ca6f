package org.w3id.chokepoint.reason;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;

/** Stand-in until the engine lands. */
public final class Closure implements Proofs {
  private final Graph asserted;

  private Closure(Graph asserted) {
    this.asserted = asserted;
  }

  /** The closure of data and ontology in one graph. */
  public static Closure of(Graph asserted) {
    return new Closure(asserted);
  }

  /** The triples that follow and are not asserted. */
  public Graph inferred() {
    return Graph.emptyGraph;
  }

  /** What cannot all be true, each with its proof. */
  public List<Contradiction> contradictions() {
    return List.of();
  }

  @Override
  public Optional<Proof> proof(Triple triple) {
    return asserted.contains(triple) ? Optional.of(new Proof.Asserted(triple)) : Optional.empty();
  }
}
