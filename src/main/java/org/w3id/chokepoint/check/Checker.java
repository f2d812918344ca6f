package org.w3id.chokepoint.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.check.Finding.Severity;
import org.w3id.chokepoint.reason.Contradiction;

/** Validates a graph against shapes and looks for contradictions. */
public final class Checker {
  /** Marks a shape whose verdict on a node of an article rests on what is near it. */
  private static final Node NEAR = NodeFactory.createURI("https://w3id.org/chokepoint/shapes#near");

  private Checker() {}

  /**
   * The findings, worst first, then by node.
   *
   * @param data data and ontology in one graph, without inferences
   * @param contradictions that follow from {@code data}
   */
  public static List<Finding> check(Graph data, Graph shapes, List<Contradiction> contradictions) {
    List<Finding> out = new ArrayList<>(shapes(data, shapes, node -> false, shape -> true));
    contradictions.forEach(c -> out.add(contradiction(c)));
    return sorted(out);
  }

  /** What those shapes find that look no further than at what is near a node; in no order. */
  public static List<Finding> near(Graph data, Graph shapes, Predicate<Node> good) {
    return shapes(data, shapes, good, Checker::isNear);
  }

  /** The worst first, then by node. */
  public static List<Finding> sorted(List<Finding> findings) {
    return findings.stream()
        .sorted(
            Comparator.comparing(Finding::severity)
                .thenComparing(Finding::focus)
                .thenComparing(Finding::rule))
        .toList();
  }

  private static List<Finding> shapes(
      Graph data, Graph shapes, Predicate<Node> good, Predicate<Shape> wanted) {
    Shapes parsed = Shapes.parse(Questions.without(shapes));
    List<Finding> out =
        new ArrayList<>(
            Questions.check(
                data,
                Shapes.parse(shapes).getTargetShapes().stream().filter(wanted).toList(),
                good));
    parsed.getTargetShapes().parallelStream()
        .filter(wanted)
        .map(shape -> entries(shape, parsed, data, good))
        .toList()
        .forEach(entries -> entries.forEach(e -> out.add(shape(e))));
    return out;
  }

  private static Collection<ReportEntry> entries(
      Shape shape, Shapes shapes, Graph data, Predicate<Node> good) {
    ValidationContext context = ValidationContext.create(shapes, data);
    focus(shape, data, good).forEach(node -> VLib.validateShape(context, data, shape, node));
    return context.generateReport().getEntries();
  }

  /** The nodes that a shape has to look at. */
  static Collection<Node> focus(Shape shape, Graph data, Predicate<Node> good) {
    Set<Node> nodes = new HashSet<>(VLib.focusNodes(data, shape));
    if (isNear(shape)) {
      nodes.removeIf(good);
    }
    return nodes;
  }

  private static boolean isNear(Shape shape) {
    return shape.getShapeGraph().contains(shape.getShapeNode(), NEAR, Node.ANY);
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
