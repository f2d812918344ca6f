package org.w3id.chokepoint.cli;

import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.snapshot.Explanation;

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
    Explanation.Step step = explanation.steps().get(index);
    out.append(indent).append(words(step.triple()));
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
        String graph = String.join(", ", g.graphs().stream().map(ProofText::last).toList());
        out.append(g.evidence().isEmpty() ? "  [" + graph + "]\n" : "\n");
        g.evidence()
            .forEach(
                e ->
                    out.append(indent)
                        .append("    \u201c")
                        .append(e.quote())
                        .append("\u201d\n")
                        .append(indent)
                        .append("      ")
                        .append(e.article())
                        .append('\n'));
      }
    }
  }

  private static String words(Triple t) {
    return last(t.getSubject()) + " " + last(t.getPredicate()) + " " + last(t.getObject());
  }

  private static String last(Node node) {
    return node.isURI() ? last(node.getURI()) : node.toString();
  }

  private static String last(String iri) {
    return iri.replaceAll("^.*[/#](?=[^/#]+$)", "");
  }
}
