package org.w3id.chokepoint.mcp;

import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.w3id.chokepoint.serve.QueryRunner.Result;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Prefixes;

/** Between the JSON values of agents and RDF terms. */
final class Values {
  private static final int CHARACTERS = 200_000;

  private Values() {}

  /** The term that an argument stands for; empty when it is none of its type. */
  static Optional<Node> read(Tool.Argument argument, String text) {
    if (!argument.choices().isEmpty() && !argument.choices().contains(text)) {
      return Optional.empty();
    }
    return switch (argument.type()) {
      case text ->
          text.isBlank() ? Optional.empty() : Optional.of(NodeFactory.createLiteralString(text));
      case date ->
          Optional.of(text)
              .filter(XSDDatatype.XSDdate::isValid)
              .map(day -> NodeFactory.createLiteralDT(day, XSDDatatype.XSDdate));
      case iri ->
          Optional.of(Prefixes.expand(text.strip()))
              .filter(iri -> iri.matches("[a-z][a-z0-9+.-]*:[^\\s<>\"{}|^`\\\\]+"))
              .map(NodeFactory::createURI);
    };
  }

  static String complaint(Tool.Argument argument, String text) {
    String wanted =
        !argument.choices().isEmpty()
            ? "one of " + String.join(", ", argument.choices())
            : switch (argument.type()) {
              case text -> "a text";
              case date -> "a day such as 2025-09-30";
              case iri -> "an IRI or a short name such as actor:huawei (search_entities finds it)";
            };
    return argument.name() + " has to be " + wanted + ", not '" + text + "'.";
  }

  /** A result as JSON values, with the name of the snapshot and whether it was cut off. */
  static Toolbox.Outcome outcome(Result result, Served served) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("snapshot", served.name());
    switch (result) {
      case Result.Refused(var problem) -> {
        return new Toolbox.Outcome.Refusal(problem.detail());
      }
      case Result.Truth(boolean truth) -> content.put("answer", truth);
      case Result.Triples(Graph graph) -> {
        String turtle = turtle(graph);
        content.put("turtle", turtle.substring(0, Math.min(CHARACTERS, turtle.length())));
        content.put("truncated", turtle.length() > CHARACTERS);
      }
      case Result.Rows(List<String> names, List<Binding> rows, boolean more) -> {
        content.put("rows", rows.stream().map(row -> row(names, row)).toList());
        content.put("truncated", more);
        if (more) {
          content.put(
              "note",
              "There are more than these "
                  + rows.size()
                  + " rows; narrow the question or raise limit (at most "
                  + Tool.MOST_ROWS
                  + " rows, and what an answer may have in characters).");
        }
      }
    }
    return new Toolbox.Outcome.Answer(content);
  }

  private static Map<String, Object> row(List<String> names, Binding binding) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (String name : names) {
      Node node = binding.get(Var.alloc(name));
      if (node != null) {
        row.put(name, value(node));
      }
    }
    return row;
  }

  private static Object value(Node node) {
    boolean number = node.isLiteral() && node.getLiteralValue() instanceof Number;
    return number && node.getLiteral().isWellFormed()
        ? node.getLiteralValue()
        : node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
  }

  private static String turtle(Graph graph) {
    StringWriter out = new StringWriter();
    graph.getPrefixMapping().setNsPrefixes(Prefixes.of(graph));
    RDFWriter.source(graph).format(RDFFormat.TURTLE_PRETTY).build().output(out);
    return out.toString();
  }
}
