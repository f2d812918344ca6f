package org.w3id.chokepoint.reason;

import static org.w3id.chokepoint.reason.Conclusion.owl;
import static org.w3id.chokepoint.reason.Conclusion.triple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;

/** Whether an individual is of a class expression, by the meaning of the expression. */
record Membership(Structure structure, Hypotheses suppose) {
  private static final Node TYPE = RDF.Nodes.type;

  boolean holds(Node individual, Node kind) {
    if (kind.equals(owl("Thing")) || suppose.follows(triple(individual, TYPE, kind))) {
      return true;
    }
    Optional<Node> complement = structure.get(kind, "complementOf");
    if (complement.isPresent()) {
      return suppose.refuted(triple(individual, TYPE, complement.get()));
    }
    Optional<Node> all = structure.get(kind, "intersectionOf");
    if (all.isPresent()) {
      return structure.list(all.get()).stream().allMatch(k -> holds(individual, k));
    }
    Optional<Node> any = structure.get(kind, "unionOf");
    if (any.isPresent()) {
      return structure.list(any.get()).stream().anyMatch(k -> holds(individual, k));
    }
    return structure
        .get(kind, "onProperty")
        .map(property -> restriction(individual, kind, property))
        .orElse(false);
  }

  private boolean restriction(Node individual, Node kind, Node property) {
    Optional<Node> only = structure.get(kind, "allValuesFrom");
    if (only.isPresent()) {
      Node value = suppose.individual();
      return suppose.supposing(() -> holds(value, only.get()), triple(individual, property, value));
    }
    return structure
        .get(kind, "maxQualifiedCardinality")
        .or(() -> structure.get(kind, "maxCardinality"))
        .map(n -> atMost(individual, property, number(n), structure.get(kind, "onClass")))
        .orElse(false);
  }

  /** Refutes that there are {@code count} + 1 different values. */
  private boolean atMost(Node individual, Node property, int count, Optional<Node> of) {
    List<Triple> supposed = new ArrayList<>();
    List<Node> values = new ArrayList<>();
    for (int i = 0; i <= count; i++) {
      Node value = suppose.individual();
      supposed.add(triple(individual, property, value));
      of.ifPresent(k -> supposed.add(triple(value, TYPE, k)));
      values.forEach(other -> supposed.add(triple(value, owl("differentFrom"), other)));
      values.add(value);
    }
    return suppose.refuted(supposed.toArray(Triple[]::new));
  }

  private static int number(Node literal) {
    return ((Number) literal.getLiteralValue()).intValue();
  }
}
