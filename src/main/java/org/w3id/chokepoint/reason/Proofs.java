package org.w3id.chokepoint.reason;

import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Triple;

/** Gives proofs of triples. Implementations answer from several threads at once. */
@FunctionalInterface
public interface Proofs {
  /** The proof of {@code triple}, or empty when it neither is asserted nor follows. */
  Optional<Proof> proof(Triple triple);

  /** How a triple that does not hold would follow, nearest first; empty where that is not known. */
  default List<NearMiss> whyNot(Triple triple) {
    return List.of();
  }
}
