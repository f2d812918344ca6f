package org.w3id.chokepoint.reason;

import java.util.List;
import org.apache.jena.graph.Triple;

/** Why a triple holds: a finite tree whose leaves are asserted triples. */
public sealed interface Proof {
  /** The triple that is proved. */
  Triple triple();

  /** A leaf: the triple is in the data or the ontology. */
  record Asserted(Triple triple) implements Proof {}

  /**
   * An inner node: {@code rule} yields {@code triple} from {@code premises}.
   *
   * @param rule name as in OWL 2 Profiles, tables 4 to 9, for example {@code prp-spo1}
   * @param premises in the order of the rule's conditions; empty only for axiomatic triples
   */
  record Inferred(Triple triple, String rule, List<Proof> premises) implements Proof {
    public Inferred {
      premises = List.copyOf(premises);
    }
  }
}
