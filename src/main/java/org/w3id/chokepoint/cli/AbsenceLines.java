package org.w3id.chokepoint.cli;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.snapshot.Absence;

/** Why a triple does not hold, as lines for the terminal. */
final class AbsenceLines {
  private final StringBuilder out = new StringBuilder();

  private AbsenceLines() {}

  static String of(Absence absence) {
    AbsenceLines lines = new AbsenceLines();
    lines.out.append(triple(absence.triple())).append("  [does not hold]\n");
    lines.claims(absence.claims(), "  ");
    for (Absence.Miss miss : absence.misses()) {
      lines
          .out
          .append("  it would follow [by ")
          .append(miss.rule().rule())
          .append("] were it known that\n    ")
          .append(triple(miss.rule().missing()))
          .append('\n');
      lines.claims(miss.claims(), "      ");
      miss.rule().present().stream()
          .filter(p -> !p.getSubject().isBlank() && !p.getObject().isBlank())
          .forEach(p -> lines.out.append("    for ").append(triple(p)).append('\n'));
    }
    if (absence.claims().isEmpty() && absence.misses().isEmpty()) {
      lines.out.append(
          "  no claim states it, and no rule that fits comes within one premise of it\n");
    }
    return lines.out.toString();
  }

  private void claims(List<Absence.Stated> claims, String indent) {
    for (Absence.Stated claim : claims) {
      out.append(indent)
          .append("claimed, but not accepted (")
          .append(String.join(", ", claim.qualities()))
          .append(claim.speakers().isEmpty() ? "" : "; according to ")
          .append(String.join(", ", claim.speakers()))
          .append("):\n");
      ProofText.sentences(claim.evidence(), indent + "  ", out);
    }
  }

  private static String triple(Triple t) {
    return word(t.getSubject()) + " " + word(t.getPredicate()) + " " + word(t.getObject());
  }

  private static String word(Node node) {
    if (node.isVariable()) {
      return "something";
    }
    return node.isBlank()
        ? "[\u2026]"
        : node.isURI() ? ProofText.last(node.getURI()) : node.toString();
  }
}
