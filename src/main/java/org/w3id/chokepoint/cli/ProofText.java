package org.w3id.chokepoint.cli;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.w3id.chokepoint.snapshot.Evidence;
import org.w3id.chokepoint.snapshot.Explanation;
import org.w3id.chokepoint.snapshot.Explanation.Step;

/** An explanation as an indented text for the terminal. */
final class ProofText {
  private final Explanation explanation;
  private final StringBuilder out = new StringBuilder();
  private final Set<Integer> shown = new HashSet<>();

  private ProofText(Explanation explanation) {
    this.explanation = explanation;
  }

  static String of(Explanation explanation) {
    ProofText text = new ProofText(explanation);
    text.step(0, "");
    return text.out.toString();
  }

  private void step(int index, String indent) {
    Step step = explanation.steps().get(index);
    if (explanation.isListCell(step)) {
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
        sentences(g.evidence(), indent + "    ", out);
      }
    }
  }

  /** Several claims may rest on one sentence; it is quoted once. */
  static void sentences(List<Evidence> evidence, String indent, StringBuilder out) {
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

  private String word(Node node) {
    if (!node.isBlank()) {
      return node.isURI() ? last(node.getURI()) : node.toString();
    }
    List<String> members = explanation.members(node).stream().map(this::word).toList();
    return members.isEmpty() ? "[\u2026]" : "(" + String.join(" ", members) + ")";
  }

  /** What follows the last slash or hash. */
  static String last(String iri) {
    return iri.replaceAll("^.*[/#](?=[^/#]+$)", "");
  }
}
