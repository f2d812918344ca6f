package org.w3id.chokepoint.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.check.Finding.Severity;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.reason.Contradiction;

/** Validates a graph against shapes and looks for contradictions. */
public final class Checker {
  /** What says which nodes a shape is for. */
  private static final Set<Node> TARGETS =
      Set.of(
          SHACL.targetClass,
          SHACL.targetNode,
          SHACL.targetObjectsOf,
          SHACL.targetSubjectsOf,
          SHACL.target);

  private Checker() {}

  /**
   * The findings, worst first, then by node.
   *
   * @param data data and ontology in one graph, without inferences
   * @param closure what follows from {@code data}
   */
  public static List<Finding> check(Graph data, Graph shapes, Closure closure) {
    List<Finding> out = new ArrayList<>();
    out.addAll(Questions.check(data, Shapes.parse(shapes)));
    parts(Questions.without(shapes)).parallelStream()
        .map(part -> ShaclValidator.get().validate(Shapes.parse(part), data).getEntries())
        .toList()
        .forEach(entries -> entries.forEach(e -> out.add(shape(e))));
    closure.contradictions().forEach(c -> out.add(contradiction(c)));
    out.sort(
        Comparator.comparing(Finding::severity)
            .thenComparing(Finding::focus)
            .thenComparing(Finding::rule));
    return out;
  }

  /** The shapes as often as there are some with a target, each time with the targets of one. */
  private static List<Graph> parts(Graph shapes) {
    List<Triple> targets =
        shapes.find().filterKeep(t -> TARGETS.contains(t.getPredicate())).toList();
    return targets.stream()
        .map(Triple::getSubject)
        .distinct()
        .map(
            shape -> {
              Graph part = GraphFactory.createDefaultGraph();
              GraphUtil.addInto(part, shapes);
              targets.stream().filter(t -> !t.getSubject().equals(shape)).forEach(part::delete);
              return part;
            })
        .toList();
  }

  private static Finding shape(ReportEntry e) {
    String path = e.resultPath() == null ? "" : " " + e.resultPath();
    return new Finding(
        severity(e.severity()),
        text(e.focusNode()),
        text(e.source()) + path,
        e.message() == null ? "" : e.message());
  }

  static Severity severity(org.apache.jena.shacl.validation.@Nullable Severity given) {
    String name = given == null ? "" : given.level().getLocalName();
    return name.equals("Warning")
        ? Severity.WARNING
        : name.equals("Info") ? Severity.INFO : Severity.VIOLATION;
  }

  /** A contradiction as a finding: what clashes, and by which rule. */
  public static Finding contradiction(Contradiction c) {
    String clash =
        String.join(" and ", c.premises().stream().map(p -> NodeFmtLib.str(p.triple())).toList());
    String focus = c.premises().isEmpty() ? "" : text(c.premises().getLast().triple().getSubject());
    return new Finding(Severity.VIOLATION, focus, c.rule(), "cannot all be true: " + clash);
  }

  static String text(Node node) {
    return node == null ? "" : node.isURI() ? node.getURI() : NodeFmtLib.displayStr(node);
  }
}
