package org.w3id.chokepoint.browse;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.XSD;
import org.w3id.chokepoint.serve.QueryRunner.Result;
import org.w3id.chokepoint.snapshot.Lookup;

/**
 * An answer drawn beside its table: on a line of time where a column holds dates, as a graph where
 * a column holds relations between two others. A question may name the columns itself: {@code
 * timeline when event}, {@code graph from [relation] to}, or {@code table} for no drawing. Numbers
 * are bars in the table.
 */
record View(Timeline timeline, Picture graph) {
  private static final List<String> DATES =
      Stream.of(XSD.date, XSD.gYearMonth, XSD.gYear, XSD.dateTime).map(Object::toString).toList();

  private static final View NONE =
      new View(Timeline.of(List.of()), new Picture(0, 0, List.of(), List.of(), 0));

  /** For a template. */
  Map<String, Object> values() {
    return Map.of("timeline", timeline, "graph", graph);
  }

  /**
   * The drawing that suits.
   *
   * @param wanted what the question says of it; "" for nothing
   */
  static View of(Result result, String wanted, Scene scene) {
    return result instanceof Result.Rows(List<String> variables, List<Binding> rows, boolean more)
        ? new Columns(variables, rows, scene).view(wanted)
        : NONE;
  }

  private record Columns(List<String> names, List<Binding> rows, Scene scene) {
    View view(String wanted) {
      List<String> words = List.of(wanted.split(" +"));
      List<String> named = words.subList(1, words.size());
      return switch (words.getFirst()) {
        case "timeline" -> timeline(named);
        case "graph" -> graph(named);
        case "" ->
            names.stream().anyMatch(this::dates)
                ? timeline(names)
                : relation().map(this::graph).orElse(NONE);
        default -> NONE;
      };
    }

    /** The first two columns of dates are from and until; the others are the words. */
    private View timeline(List<String> columns) {
      List<String> dates = columns.stream().filter(this::dates).limit(2).toList();
      List<String> others = columns.stream().filter(name -> !dates(name)).limit(3).toList();
      return dates.isEmpty()
          ? NONE
          : new View(
              Timeline.of(rows.stream().map(row -> moment(row, dates, others)).toList()),
              NONE.graph());
    }

    private Timeline.Moment moment(Binding row, List<String> dates, List<String> others) {
      List<Link> links =
          others.stream().flatMap(name -> value(row, name).stream()).map(scene::told).toList();
      Link first = links.stream().filter(Link::linked).findFirst().orElse(new Link("", "", ""));
      String label = links.stream().map(Link::label).collect(Collectors.joining(" · "));
      return new Timeline.Moment(
          new Link(Scene.cut(label, Scene.LABEL), first.href(), first.iri()),
          text(row, dates.getFirst()),
          dates.size() > 1 ? text(row, dates.get(1)) : "");
    }

    private View graph(List<String> columns) {
      String from = columns.getFirst();
      String to = columns.getLast();
      return new View(
          NONE.timeline(),
          Picture.of(
              rows.stream()
                  .flatMap(
                      row ->
                          value(row, from).filter(Node::isURI).stream()
                              .flatMap(
                                  a ->
                                      value(row, to).filter(Node::isURI).stream()
                                          .map(b -> new Picture.Arrow(a, words(row, columns), b))))
                  .toList(),
              scene));
    }

    private String words(Binding row, List<String> columns) {
      return columns.size() < 3
          ? ""
          : value(row, columns.get(1)).map(scene::told).map(Link::label).orElse("");
    }

    /** The first column of relations with a column of things on each side. */
    private Optional<List<String>> relation() {
      return IntStream.range(1, names.size() - 1)
          .filter(at -> all(names.get(at), node -> isRelation(node)))
          .filter(at -> all(names.get(at - 1), Node::isURI))
          .filter(at -> all(names.get(at + 1), Node::isURI))
          .mapToObj(at -> names.subList(at - 1, at + 2))
          .findFirst();
    }

    private boolean isRelation(Node node) {
      return scene.look().is(node, OWL.ObjectProperty.asNode());
    }

    private boolean dates(String name) {
      return all(name, node -> node.isLiteral() && DATES.contains(node.getLiteralDatatypeURI()));
    }

    /** Whether a column has values and all of them are such. */
    private boolean all(String name, Predicate<Node> such) {
      List<Node> values = rows.stream().flatMap(row -> value(row, name).stream()).toList();
      return !values.isEmpty() && values.stream().allMatch(such);
    }

    private static Optional<Node> value(Binding row, String name) {
      return Optional.ofNullable(row.get(Var.alloc(name)));
    }

    private static String text(Binding row, String name) {
      return value(row, name).map(Lookup::text).orElse("");
    }
  }
}
