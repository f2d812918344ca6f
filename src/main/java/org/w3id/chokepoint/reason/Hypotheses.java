package org.w3id.chokepoint.reason;

import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Supposes triples, looks what follows from them and the premises, and takes them back. The class
 * expressions of the conclusion are among the premises: to describe a class claims nothing.
 */
final class Hypotheses {
  private final Closure closure;
  private int fresh;

  Hypotheses(Graph premises, Graph conclusion) {
    Graph vocabulary = Entailment.copy(premises);
    conclusion.find().filterKeep(Structure::isDescription).forEach(vocabulary::add);
    this.closure = Closure.of(vocabulary);
  }

  /** An individual that nothing is known of. */
  Node individual() {
    return NodeFactory.createURI("x-chokepoint-fresh:" + fresh++);
  }

  /** Whether {@code supposed} cannot all be true. */
  boolean refuted(Triple... supposed) {
    return under(() -> !closure.consistent(), supposed);
  }

  /** Whether {@code goal} follows from {@code supposed}. */
  boolean follows(Triple goal, Triple... supposed) {
    return under(() -> closure.proof(goal).isPresent() || !closure.consistent(), supposed);
  }

  /** The objects that subject and predicate are known to have. */
  List<Node> objects(Node subject, Node predicate) {
    return closure.graph().find(subject, predicate, Node.ANY).mapWith(Triple::getObject).toList();
  }

  private boolean under(Supplier<Boolean> question, Triple... supposed) {
    List<Triple> news = List.of(supposed).stream().filter(t -> !closure.isAsserted(t)).toList();
    closure.add(news);
    try {
      return question.get();
    } finally {
      closure.delete(news);
    }
  }

  /** Supposes {@code supposed} until {@code then} has its answer. */
  boolean supposing(Supplier<Boolean> then, Triple... supposed) {
    return under(then, supposed);
  }
}
