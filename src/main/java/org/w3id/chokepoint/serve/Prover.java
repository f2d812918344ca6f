package org.w3id.chokepoint.serve;

import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.w3id.chokepoint.reason.Proof;
import org.w3id.chokepoint.reason.Proofs;

/** Makes the proofs for a set of asserted triples. */
@FunctionalInterface
public interface Prover {
  /** Proves the asserted triples and nothing else. */
  Prover ASSERTED_ONLY =
      asserted ->
          triple ->
              asserted.contains(triple)
                  ? Optional.of(new Proof.Asserted(triple))
                  : Optional.empty();

  /**
   * The proofs of everything that follows.
   *
   * @param asserted data and ontology in one graph; not changed afterwards
   */
  Proofs over(Graph asserted);
}
