package org.w3id.chokepoint.reason;

import java.util.List;
import org.apache.jena.graph.Triple;

/**
 * How a triple would follow if one more triple held.
 *
 * @param rule name as in OWL 2 Profiles, tables 4 to 9
 * @param present the conditions of the rule that hold, axioms first
 * @param missing the condition that does not; a variable stands for any term
 */
public record NearMiss(String rule, List<Triple> present, Triple missing) {
  public NearMiss {
    present = List.copyOf(present);
  }

  /** How many terms of the missing triple are open. */
  long open() {
    return List.of(missing.getSubject(), missing.getPredicate(), missing.getObject()).stream()
        .filter(n -> !n.isConcrete())
        .count();
  }
}
