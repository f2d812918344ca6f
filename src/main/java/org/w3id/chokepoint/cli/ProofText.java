package org.w3id.chokepoint.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.snapshot.Evidence;
import org.w3id.chokepoint.snapshot.Explanation;
import org.w3id.chokepoint.snapshot.Explanation.Step;

/** An explanation as an indented text for the terminal. */
final class ProofText {
  private final List<Step> steps;
  private final StringBuilder out = new StringBuilder();
  private final Set<Integer> shown = new HashSet<>();

  private ProofText(Explanation explanation) {
    this.steps = explanation.steps();
  }

  static String of(Explanation explanation) {
    ProofText text = new ProofText(explanation);
    text.step(0, "");
    return text.out.toString();
  }

  private void step(int index, String indent) {
    Step step = steps.get(index);
    if (step.triple().getSubject().isBlank()) {
      return;
    }
    out.append(indent)
        .append(word(step.triple().getSubject()))
        .append(' ')
        .append(word(step.triple().getPredicate()))
        .append(' ')
        .append(word(step.triple().getObject()));
    if (!shown.add(index)) {
      out.append("  (as above)\n");
      return;
    }
    switch (step) {
      case Explanation.Derived d -> {
        out.append("  [by ").append(d.rule()).append("]\n");
        d.premises().forEach(p -> step(p, indent + "  "));
      }
      case Explanation.Given g -> {
        String graphs = String.join(", ", g.graphs().stream().map(ProofText::last).toList());
        out.append(g.evidence().isEmpty() ? "  [" + graphs + "]\n" : "\n");
        sentences(g.evidence(), indent + "    ");
      }
    }
  }

  /** Several claims may rest on one sentence; it is quoted once. */
  private void sentences(List<Evidence> evidence, String indent) {
    Map<String, Evidence> once = new LinkedHashMap<>();
    evidence.forEach(e -> once.putIfAbsent(e.passage(), e));
    once.values()
        .forEach(
            e ->
                out.append(indent)
                    .append('\u201c')
                    .append(e.quote())
                    .append("\u201d\n")
                    .append(indent)
                    .append("  ")
                    .append(e.passage())
                    .append('\n'));
  }

  /** A list of an axiom is written out, so that its cells need no lines of their own. */
  private String word(Node node) {
    if (!node.isBlank()) {
      return node.isURI() ? last(node.getURI()) : node.toString();
    }
    StringBuilder list = new StringBuilder("(");
    Node cell = node;
    for (int i = 0; i < steps.size() && cell.isBlank(); i++) {
      list.append(list.length() > 1 ? " " : "").append(word(object(cell, RDF.first.asNode())));
      cell = object(cell, RDF.rest.asNode());
    }
    return list.length() > 2 ? list.append(')').toString() : "[\u2026]";
  }

  private Node object(Node subject, Node predicate) {
    return steps.stream()
        .map(Step::triple)
        .filter(t -> t.getSubject().equals(subject) && t.getPredicate().equals(predicate))
        .map(org.apache.jena.graph.Triple::getObject)
        .findFirst()
        .orElse(RDF.nil.asNode());
  }

  private static String last(String iri) {
    return iri.equals(RDF.nil.getURI()) ? "" : iri.replaceAll("^.*[/#](?=[^/#]+$)", "");
  }
}
