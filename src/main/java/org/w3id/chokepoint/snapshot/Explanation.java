package org.w3id.chokepoint.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.reason.Proof;

/**
 * A proof joined to the sentences it rests on. Each triple is one step; a step that several others
 * need stands once, so the size is that of the proof as a graph and not as a tree.
 *
 * @param steps the conclusion first; premises are indexes into this list
 */
public record Explanation(List<Step> steps) {
  public Explanation {
    steps = List.copyOf(steps);
  }

  /** One triple of a proof. */
  public sealed interface Step {
    /** What the step establishes. */
    Triple triple();
  }

  /**
   * A triple that is in the data.
   *
   * @param graphs names of the graphs that hold it
   * @param evidence sentences that state it; empty for background and ontology
   */
  public record Given(Triple triple, List<String> graphs, List<Evidence> evidence)
      implements Step {}

  /**
   * A triple that follows.
   *
   * @param rule name as in OWL 2 Profiles, tables 4 to 9
   * @param premises indexes of the steps it follows from
   */
  public record Derived(Triple triple, String rule, List<Integer> premises) implements Step {}

  /** What is explained. */
  public Triple triple() {
    return steps.get(0).triple();
  }

  /** Whether it is in the data itself. */
  public boolean asserted() {
    return steps.get(0) instanceof Given;
  }

  /**
   * The members of an RDF list whose cells are steps; empty where {@code cell} is no such list. An
   * axiom is read more easily with its list written out than cell by cell.
   */
  public List<Node> members(Node cell) {
    List<Node> members = new ArrayList<>();
    Optional<Node> at = Optional.of(cell);
    while (at.isPresent() && at.get().isBlank() && members.size() < steps.size()) {
      value(at.get(), RDF.first.asNode()).ifPresent(members::add);
      at = value(at.get(), RDF.rest.asNode());
    }
    return members;
  }

  /** Whether a step only says what a cell of a list holds, so that {@link #members} tells it. */
  public boolean isListCell(Step step) {
    Node predicate = step.triple().getPredicate();
    return step.triple().getSubject().isBlank()
        && (predicate.equals(RDF.first.asNode()) || predicate.equals(RDF.rest.asNode()));
  }

  private Optional<Node> value(Node subject, Node predicate) {
    return steps.stream()
        .map(Step::triple)
        .filter(t -> t.getSubject().equals(subject) && t.getPredicate().equals(predicate))
        .map(Triple::getObject)
        .findFirst();
  }

  /** Joins {@code proof} to the asserted data; its default graph is the union of its graphs. */
  public static Explanation of(Proof proof, DatasetGraph asserted) {
    List<Step> steps = new ArrayList<>();
    add(proof, asserted, steps, new HashMap<>());
    return new Explanation(steps);
  }

  private static int add(
      Proof proof, DatasetGraph asserted, List<Step> steps, Map<Triple, Integer> known) {
    Integer there = known.get(proof.triple());
    if (there != null) {
      return there;
    }
    int index = steps.size();
    known.put(proof.triple(), index);
    steps.add(new Derived(proof.triple(), "", List.of()));
    steps.set(
        index,
        switch (proof) {
          case Proof.Asserted(Triple triple) ->
              new Given(
                  triple,
                  graphs(triple, asserted),
                  Evidence.of(triple, asserted.getDefaultGraph()));
          case Proof.Inferred(Triple triple, String rule, List<Proof> premises) ->
              new Derived(
                  triple,
                  rule,
                  premises.stream().map(next -> add(next, asserted, steps, known)).toList());
        });
    return index;
  }

  private static List<String> graphs(Triple triple, DatasetGraph data) {
    Iterator<Quad> found =
        data.findNG(Node.ANY, triple.getSubject(), triple.getPredicate(), triple.getObject());
    Stream.Builder<String> names = Stream.builder();
    found.forEachRemaining(quad -> names.add(Lookup.text(quad.getGraph())));
    return names.build().distinct().sorted().toList();
  }
}
