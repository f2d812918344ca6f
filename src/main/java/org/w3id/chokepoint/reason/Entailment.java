package org.w3id.chokepoint.reason;

import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Whether one graph entails another. Facts are looked up in the closure, a blank node of the
 * conclusion matching anything. What the rules alone cannot conclude, an axiom or a negation, is
 * tried by refutation: suppose its opposite of fresh individuals and look for a contradiction.
 */
public final class Entailment {
  /** Under which of the two semantics of OWL 2. */
  public enum Semantics {
    /** A triple is a triple, annotations too. */
    RDF_BASED,
    /** Annotations claim nothing and so are entailed. */
    DIRECT
  }

  private static final Set<String> HEADER =
      Set.of(OWL2.Ontology.getURI(), OWL2.AnnotationProperty.getURI());
  private static final Set<Node> ANNOTATIONS =
      Set.of(
          RDFS.Nodes.comment,
          RDFS.Nodes.label,
          RDFS.Nodes.seeAlso,
          RDFS.Nodes.isDefinedBy,
          OWL2.versionInfo.asNode(),
          OWL2.deprecated.asNode());

  private Entailment() {}

  /** {@link #entails(Graph, Graph, Semantics)} under the RDF-based semantics. */
  public static boolean entails(Graph premises, Graph conclusion) {
    return entails(premises, conclusion, Semantics.RDF_BASED);
  }

  /**
   * Whether every interpretation that satisfies {@code premises} satisfies {@code conclusion}. True
   * is certain; false means that OWL 2 RL cannot tell.
   */
  public static boolean entails(Graph premises, Graph conclusion, Semantics semantics) {
    return missing(premises, conclusion, semantics).isEmpty();
  }

  /**
   * The triples of {@code conclusion} that do not follow from {@code premises}; none where all of
   * it is entailed. Premises that contradict themselves entail everything.
   */
  public static List<Triple> missing(Graph premises, Graph conclusion, Semantics semantics) {
    Closure closure = Closure.of(premises);
    if (!closure.consistent()) {
      return List.of();
    }
    List<Triple> goals =
        conclusion
            .find()
            .filterDrop(Entailment::isHeader)
            .filterDrop(t -> semantics == Semantics.DIRECT && isAnnotation(t, closure))
            .toList();
    if (matches(closure.graph(), goals)) {
      return List.of();
    }
    Conclusion axioms = new Conclusion(conclusion, new Hypotheses(premises, conclusion));
    return goals.stream().filter(t -> !axioms.holds(t)).toList();
  }

  /** Whether the triples are in the graph, blank nodes standing for anything. */
  static boolean matches(Graph graph, List<Triple> goals) {
    BasicPattern pattern = new BasicPattern();
    goals.forEach(t -> pattern.add(open(t)));
    QueryIterator found = Algebra.exec(new OpBGP(pattern), graph);
    try {
      return found.hasNext();
    } finally {
      found.close();
    }
  }

  static Graph copy(Graph... graphs) {
    Graph out = GraphFactory.createDefaultGraph();
    for (Graph g : graphs) {
      g.find().forEach(out::add);
    }
    return out;
  }

  private static boolean isHeader(Triple t) {
    return t.getPredicate().equals(RDF.Nodes.type)
        && t.getObject().isURI()
        && HEADER.contains(t.getObject().getURI());
  }

  private static boolean isAnnotation(Triple t, Closure closure) {
    return ANNOTATIONS.contains(t.getPredicate())
        || closure
            .graph()
            .contains(t.getPredicate(), RDF.Nodes.type, OWL2.AnnotationProperty.asNode());
  }

  private static Triple open(Triple t) {
    return Triple.create(open(t.getSubject()), t.getPredicate(), open(t.getObject()));
  }

  private static Node open(Node node) {
    return node.isBlank() ? Var.alloc("b" + node.getBlankNodeLabel()) : node;
  }
}
