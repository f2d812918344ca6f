package org.w3id.chokepoint.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * The SPARQL constraints of shapes with a target, each asked once for all nodes. Jena asks for each
 * node by itself, which takes fifty times as long. Their queries must bind {@code $this} in a triple
 * pattern of the outermost group; then the answers are the same.
 */
final class Questions {
  private static final Var THIS = Var.alloc("this");

  private Questions() {}

  /** One finding for each row of each question that is about a node of its shape. */
  static List<Finding> check(Graph data, Shapes shapes) {
    return shapes.getTargetShapes().parallelStream()
        .flatMap(
            shape ->
                shape.getConstraints().stream()
                    .flatMap(c -> c instanceof SparqlConstraint q ? Stream.of(q) : Stream.empty())
                    .flatMap(question -> ask(question, shape, data)))
        .toList();
  }

  /** The shapes without the questions. */
  static Graph without(Graph shapes) {
    Graph rest = GraphFactory.createDefaultGraph();
    GraphUtil.addInto(rest, shapes);
    Set<Node> targeted = new HashSet<>();
    Shapes.parse(shapes).getTargetShapes().forEach(s -> targeted.add(s.getShapeNode()));
    List<Triple> questions =
        shapes
            .find(Node.ANY, SHACL.sparql, Node.ANY)
            .filterKeep(t -> targeted.contains(t.getSubject()))
            .toList();
    questions.forEach(rest::delete);
    return rest;
  }

  private static Stream<Finding> ask(SparqlConstraint question, Shape shape, Graph data) {
    List<Finding> out = new ArrayList<>();
    Set<Node> focus = new HashSet<>(VLib.focusNodes(data, shape));
    try (QueryExec rows =
        QueryExec.dataset(DatasetGraphFactory.wrap(data)).query(question.getQuery()).build()) {
      rows.select()
          .forEachRemaining(
              row -> {
                if (focus.contains(row.get(THIS))) {
                  out.add(
                      new Finding(
                          Checker.severity(shape.getSeverity()),
                          Checker.text(row.get(THIS)),
                          Checker.text(shape.getShapeNode()),
                          question.getMessage()));
                }
              });
    }
    return out.stream();
  }
}
