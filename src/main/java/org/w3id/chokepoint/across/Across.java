package org.w3id.chokepoint.across;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.chokepoint.graph.Terms;

/** What articles say together. */
public final class Across {
  private static final Node GRAPH = Terms.graph("across");
  private static final Node FACTS = Terms.graph("facts");
  private static final Node STATUS = Terms.cp("claimStatus");
  private static final Node ALONE = Terms.cp("statusAlone");

  private Across() {}

  /**
   * Writes the graph of what the articles of a dataset say together, and judges their claims in its
   * light: what other articles contradict becomes contested, what an event has ended is held, and
   * neither is a fact any more.
   */
  public static void add(DatasetGraph data, AcrossRules rules) {
    Graph out = GraphFactory.createDefaultGraph();
    List<Telling> tellings = Telling.in(data);
    Corroboration corroboration = new Corroboration(rules);
    Map<String, List<Telling>> statements = Corroboration.statements(tellings);
    corroboration.confirmed(statements).forEach(t -> judge(data, t, "Accepted", out));
    Set<Triple> disputed = new HashSet<>();
    Set<Node> disputes = new HashSet<>();
    Set<Telling> contested = new HashSet<>();
    for (Conflicts.Pair pair : new Conflicts(data, rules).in(tellings)) {
      for (Telling t : List.of(pair.left(), pair.right())) {
        if (contested.add(t)) {
          judge(data, t, "Contested", out);
          disputed.add(t.content());
          t.event().ifPresent(disputes::add);
        }
      }
      out.add(pair.left().claim(), Terms.cp("conflictsWith"), pair.right().claim());
      out.add(pair.right().claim(), Terms.cp("conflictsWith"), pair.left().claim());
    }
    withdraw(data, tellings, disputed, "Contested", out);
    corroboration.write(statements, out);
    Map<Triple, List<Telling>> outright =
        tellings.stream()
            .filter(t -> t.affirmed() && t.outright())
            .collect(Collectors.groupingBy(Telling::content));
    Set<Node> told = new Told(data, rules.contestedFrom()).events();
    told.removeAll(disputes);
    Set<Triple> over = new HashSet<>();
    for (States.Over state : new States(data, rules, told).write(out)) {
      boolean again =
          outright.getOrDefault(state.content(), List.of()).stream()
              .anyMatch(t -> t.published().filter(day -> day.isAfter(state.day())).isPresent());
      if (!again) {
        over.add(state.content());
      }
    }
    withdraw(data, tellings, over, "Held", out);
    Occurrences.write(data, out);
    if (!out.isEmpty()) {
      data.addGraph(GRAPH, out);
    }
  }

  /** A statement leaves the facts with every claim that carries it. */
  private static void withdraw(
      DatasetGraph data, List<Telling> tellings, Set<Triple> gone, String status, Graph out) {
    tellings.stream()
        .filter(t -> gone.contains(t.content()) && t.affirmed())
        .filter(t -> data.contains(t.graph(), t.claim(), STATUS, Terms.cp("Accepted")))
        .forEach(t -> judge(data, t, status, out));
    gone.forEach(t -> data.delete(FACTS, t.getSubject(), t.getPredicate(), t.getObject()));
  }

  /**
   * Takes back in the graphs of articles what the other articles of {@code data} made of their
   * claims.
   */
  public static void undo(DatasetGraph data, Collection<Graph> articles) {
    Map<Node, Node> alone = new HashMap<>();
    data.getGraph(GRAPH)
        .find(Node.ANY, ALONE, Node.ANY)
        .forEach(t -> alone.put(t.getSubject(), t.getObject()));
    for (Graph article : articles) {
      article
          .find(Node.ANY, STATUS, Node.ANY)
          .filterKeep(t -> alone.containsKey(t.getSubject()))
          .toList()
          .forEach(
              t -> {
                article.delete(t);
                article.add(t.getSubject(), STATUS, alone.get(t.getSubject()));
              });
    }
  }

  private static void judge(DatasetGraph data, Telling t, String status, Graph out) {
    Node value = Terms.cp(status);
    if (t.status().equals(value)) {
      return;
    }
    out.add(t.claim(), ALONE, t.status());
    data.deleteAny(t.graph(), t.claim(), STATUS, Node.ANY);
    data.add(t.graph(), t.claim(), STATUS, value);
    if (status.equals("Accepted")) {
      Triple c = t.content();
      data.add(FACTS, c.getSubject(), c.getPredicate(), c.getObject());
    }
  }
}
