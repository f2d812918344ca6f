package org.w3id.chokepoint.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.expr.E_Call;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/** Says why a query is refused, if it is. Looks at the parsed query, not at its text. */
public final class QueryGuard {
  private final Limits limits;

  /** A guard with the given bounds. */
  public QueryGuard(Limits limits) {
    this.limits = limits;
  }

  /** Why the text is not worth parsing; empty when it is. */
  public Optional<String> refuseText(String query) {
    if (query.length() > limits.of(Limit.QUERY_LENGTH)) {
      return Optional.of(
          "The query is longer than " + limits.of(Limit.QUERY_LENGTH) + " characters.");
    }
    if (depth(query) > limits.of(Limit.QUERY_DEPTH)) {
      return Optional.of(
          "The query nests deeper than " + limits.of(Limit.QUERY_DEPTH) + " brackets.");
    }
    return Optional.empty();
  }

  /** Why the parsed query is not run on {@code data}; empty when it may run. */
  public Optional<String> refuse(Query query, DatasetGraph data) {
    Optional<String> graph = unknownGraph(query, data);
    return graph.isPresent() ? graph : forbidden(query);
  }

  private static Optional<String> unknownGraph(Query query, DatasetGraph data) {
    List<String> named = new ArrayList<>(query.getGraphURIs());
    named.addAll(query.getNamedGraphURIs());
    for (String iri : named) {
      Node graph = NodeFactory.createURI(iri);
      boolean special = Quad.isDefaultGraph(graph) || Quad.isUnionGraph(graph);
      if (!special && !data.containsGraph(graph)) {
        return Optional.of("FROM names a graph that is not here: <" + iri + ">.");
      }
    }
    return Optional.empty();
  }

  private static Optional<String> forbidden(Query query) {
    if (query.isJsonType()) {
      return Optional.of("Use SELECT, ASK, CONSTRUCT or DESCRIBE.");
    } else if (query.getQueryPattern() == null) {
      return Optional.empty();
    }
    List<String> reasons = new ArrayList<>();
    Walker.walk(
        Algebra.compile(query),
        new OpVisitorBase() {
          @Override
          public void visit(OpService service) {
            reasons.add("SERVICE is not allowed: this server asks no other server.");
          }

          @Override
          public void visit(OpBGP pattern) {
            pattern.getPattern().forEach(triple -> checkCode(triple.getPredicate(), reasons));
          }
        },
        new ExprVisitorBase() {
          @Override
          public void visit(ExprFunctionN function) {
            if (function instanceof E_Call) {
              reasons.add("CALL is not allowed.");
            } else if (function instanceof E_Function named) {
              check(named.getFunctionIRI(), reasons);
            }
          }
        });
    return reasons.stream().findFirst();
  }

  /** Fuseki would answer an unknown function with an empty cell, which nobody understands. */
  private static void check(String function, List<String> reasons) {
    checkCode(NodeFactory.createURI(function), reasons);
    if (!Functions.allows(function)) {
      reasons.add("The function <" + function + "> is not offered here.");
    }
  }

  private static void checkCode(Node predicate, List<String> reasons) {
    if (predicate.isURI() && predicate.getURI().startsWith("java:")) {
      reasons.add("Functions of the java: scheme are not allowed.");
    }
  }

  private static int depth(String query) {
    int open = 0;
    int most = 0;
    for (int i = 0; i < query.length(); i++) {
      switch (query.charAt(i)) {
        case '{', '(', '[' -> most = Math.max(most, ++open);
        case '}', ')', ']' -> open--;
        default -> {}
      }
    }
    return most;
  }
}
