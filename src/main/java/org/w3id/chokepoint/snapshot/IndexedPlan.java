package org.w3id.chokepoint.snapshot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Var;

/**
 * The order in which the triples of a basic graph pattern are looked up: next is always the one
 * that, by the number of triples and of different terms, leads to the fewest rows, among those that
 * share a variable with what is known while there are any.
 *
 * @param variables of the pattern; steps name them by their places here
 * @param steps one for each triple
 */
record IndexedPlan(List<Var> variables, List<Step> steps) {

  /**
   * A triple of the pattern.
   *
   * @param subject number of the term, {@link TripleTable#ANY} for a variable; likewise the others
   * @param subjectAt place of the variable, -1 for a term; likewise the others
   */
  record Step(
      int subject, int predicate, int object, int subjectAt, int predicateAt, int objectAt) {}

  /**
   * A plan.
   *
   * @param known which variables have values before the pattern is looked up
   * @return empty where a term of the pattern is not in the data, so that nothing matches
   */
  static Optional<IndexedPlan> of(List<Triple> pattern, Predicate<Var> known, IndexedGraph graph) {
    List<Var> variables = new ArrayList<>();
    List<Step> open = new ArrayList<>();
    for (Triple triple : pattern) {
      Step step =
          new Step(
              graph.number(triple.getSubject()),
              graph.number(triple.getPredicate()),
              graph.number(triple.getObject()),
              place(triple.getSubject(), variables),
              place(triple.getPredicate(), variables),
              place(triple.getObject(), variables));
      if (step.subject == IndexedGraph.UNKNOWN
          || step.predicate == IndexedGraph.UNKNOWN
          || step.object == IndexedGraph.UNKNOWN) {
        return Optional.empty();
      }
      open.add(step);
    }
    if (open.size() > 1) {
      open = ordered(open, known(variables, known), graph);
    }
    return Optional.of(new IndexedPlan(variables, open));
  }

  private static int place(Node node, List<Var> variables) {
    if (!node.isVariable()) {
      return -1;
    }
    Var variable = Var.alloc(node);
    int place = variables.indexOf(variable);
    if (place < 0) {
      variables.add(variable);
      return variables.size() - 1;
    }
    return place;
  }

  private static Set<Integer> known(List<Var> variables, Predicate<Var> known) {
    Set<Integer> out = new HashSet<>();
    for (int i = 0; i < variables.size(); i++) {
      if (known.test(variables.get(i))) {
        out.add(i);
      }
    }
    return out;
  }

  private static List<Step> ordered(List<Step> open, Set<Integer> known, IndexedGraph graph) {
    List<Step> out = new ArrayList<>();
    while (!open.isEmpty()) {
      Step best = open.get(0);
      double least = Double.MAX_VALUE;
      boolean joined = false;
      for (Step step : open) {
        boolean joins = joins(step, known);
        double rows = rows(step, known, graph);
        if (joins && !joined || joins == joined && rows < least) {
          best = step;
          least = rows;
          joined = joins;
        }
      }
      open.remove(best);
      out.add(best);
      known.add(best.subjectAt);
      known.add(best.predicateAt);
      known.add(best.objectAt);
    }
    return out;
  }

  private static boolean joins(Step step, Set<Integer> known) {
    return known.contains(step.subjectAt) && step.subjectAt >= 0
        || known.contains(step.predicateAt) && step.predicateAt >= 0
        || known.contains(step.objectAt) && step.objectAt >= 0
        || step.subjectAt < 0 && step.objectAt < 0;
  }

  /** How many rows a step makes of one, on average. */
  private static double rows(Step step, Set<Integer> known, IndexedGraph graph) {
    double rows = graph.run(step.subject, step.predicate, step.object).length();
    if (step.subjectAt >= 0 && known.contains(step.subjectAt)) {
      rows /= graph.spread(step.predicate).subjects();
    }
    if (step.objectAt >= 0 && known.contains(step.objectAt)) {
      rows /= graph.spread(step.predicate).objects();
    }
    return rows;
  }
}
