package org.w3id.chokepoint.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.engine.constraint.SparqlConstraint;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;

/**
 * The SPARQL constraints of shapes with a target, each asked once with all nodes as values of
 * {@code $this}. Jena's own validation compiles and asks a query for each node by itself.
 */
final class Questions {
  private static final Var THIS = Var.alloc("this");

  private Questions() {}

  /** One finding for each row of each question that is about a node of its shape. */
  static List<Finding> check(Graph data, List<Shape> shapes, Predicate<Node> good) {
    return shapes.parallelStream()
        .flatMap(
            shape ->
                shape.getConstraints().stream()
                    .flatMap(c -> c instanceof SparqlConstraint q ? Stream.of(q) : Stream.empty())
                    .flatMap(question -> ask(question, shape, data, good)))
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

  private static Stream<Finding> ask(
      SparqlConstraint question, Shape shape, Graph data, Predicate<Node> good) {
    List<Finding> out = new ArrayList<>();
    Query query = about(Checker.focus(shape, data, good), question.getQuery());
    try (QueryExec rows = QueryExec.dataset(DatasetGraphFactory.wrap(data)).query(query).build()) {
      rows.select()
          .forEachRemaining(
              row ->
                  out.add(
                      new Finding(
                          Checker.severity(shape.getSeverity()),
                          Checker.text(row.get(THIS)),
                          Checker.text(shape.getShapeNode()),
                          question.getMessage())));
    }
    return out.stream();
  }

  private static Query about(Collection<Node> focus, Query question) {
    ElementData values = new ElementData();
    values.add(THIS);
    focus.forEach(node -> values.add(BindingFactory.binding(THIS, node)));
    ElementGroup group = new ElementGroup();
    group.addElement(values);
    if (question.getQueryPattern() instanceof ElementGroup asked) {
      asked.getElements().forEach(group::addElement);
    } else {
      group.addElement(question.getQueryPattern());
    }
    Query query = question.cloneQuery();
    query.setQueryPattern(group);
    return query;
  }
}
