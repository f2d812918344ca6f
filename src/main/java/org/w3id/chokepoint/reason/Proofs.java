package org.w3id.chokepoint.reason;

import java.util.Optional;
import org.apache.jena.graph.Triple;

/** Gives proofs of triples. Implementations answer from several threads at once. */
@FunctionalInterface
public interface Proofs {
  /** The proof of {@code triple}, or empty when it neither is asserted nor follows. */
  Optional<Proof> proof(Triple triple);
}
