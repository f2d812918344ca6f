package org.w3id.chokepoint.reason;

import java.util.List;

/**
 * Triples that cannot all be true.
 *
 * @param rule name as in OWL 2 Profiles, for example {@code cax-dw}
 * @param premises the proofs of the triples that clash
 */
public record Contradiction(String rule, List<Proof> premises) {
  public Contradiction {
    premises = List.copyOf(premises);
  }
}
