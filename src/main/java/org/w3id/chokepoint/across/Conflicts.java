package org.w3id.chokepoint.across;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.graph.Terms;

/** Claims of different articles that cannot both hold. */
final class Conflicts {
  private static final Comparator<Telling> FIRST =
      Comparator.comparing((Telling t) -> t.published().orElse(LocalDate.MAX))
          .thenComparing(t -> t.claim().getURI());

  private final DatasetGraph data;
  private final double from;
  private final Set<Node> bounded;
  private final Set<Node> changing;
  private final Set<Node> exclusive;
  private final Set<Node> countries;

  Conflicts(DatasetGraph data, AcrossRules rules) {
    this.data = data;
    this.from = rules.contestedFrom();
    this.bounded = rules.bounded().stream().map(Terms::cp).collect(Collectors.toSet());
    this.changing = rules.changing().stream().map(Terms::cp).collect(Collectors.toSet());
    this.exclusive = rules.exclusive().stream().map(Terms::cp).collect(Collectors.toSet());
    this.countries =
        data.stream(Node.ANY, Node.ANY, RDF.type.asNode(), Terms.cp("Country"))
            .map(Quad::getSubject)
            .collect(Collectors.toSet());
  }

  /** A claim and the first one that contradicts it. */
  record Pair(Telling left, Telling right) {}

  /**
   * Opposite polarity, or two countries where there can be one; both told outright, and neither too
   * doubtful. Each claim is paired with the first reported on the other side only: n claims take
   * less than n pairs.
   */
  List<Pair> in(List<Telling> all) {
    Map<Triple, List<Telling>> contents =
        all.stream()
            .filter(t -> t.outright() && (!t.held() || t.confidence() >= from))
            .collect(Collectors.groupingBy(Telling::content));
    List<Pair> out = new ArrayList<>();
    Map<String, List<List<Telling>>> countries = new HashMap<>();
    for (List<Telling> tellings : contents.values()) {
      denials(tellings, out);
      List<Telling> placed = tellings.stream().filter(this::placed).toList();
      if (!placed.isEmpty()) {
        countries
            .computeIfAbsent(pair(placed.getFirst().content()), k -> new ArrayList<>())
            .add(placed);
      }
    }
    countries.values().forEach(sides -> against(sides, out));
    return out;
  }

  private void denials(List<Telling> tellings, List<Pair> out) {
    List<Telling> denied = tellings.stream().filter(t -> !t.affirmed() && denies(t)).toList();
    if (!denied.isEmpty()) {
      List<Telling> affirmed = tellings.stream().filter(Telling::affirmed).toList();
      against(Stream.of(affirmed, denied).filter(side -> !side.isEmpty()).toList(), out);
    }
  }

  /** Sides each of which contradicts all others; the first reported of all is on the first. */
  private static void against(List<List<Telling>> sides, List<Pair> out) {
    List<Telling> firsts =
        sides.stream().map(side -> Collections.min(side, FIRST)).sorted(FIRST).limit(2).toList();
    if (firsts.size() < 2) {
      return;
    }
    Telling first = firsts.getFirst();
    for (List<Telling> side : sides) {
      Telling other = side.contains(first) ? firsts.getLast() : first;
      side.stream().filter(t -> !t.equals(first)).forEach(t -> out.add(new Pair(other, t)));
    }
  }

  private boolean placed(Telling t) {
    return t.affirmed()
        && !t.held()
        && exclusive.contains(t.content().getPredicate())
        && countries.contains(t.content().getObject());
  }

  private static String pair(Triple t) {
    return t.getSubject() + " " + t.getPredicate();
  }

  /** What its own article contests is contested whatever it is about. */
  private boolean denies(Telling denial) {
    return denial.contested()
        || (!bounded.contains(denial.content().getPredicate()) && !change(denial));
  }

  /** "was removed from the list": it does not hold any more, and that denies nothing. */
  private boolean change(Telling denial) {
    return denial
        .event()
        .filter(
            e -> {
              Graph graph = data.getGraph(denial.graph());
              return graph
                      .find(e, Terms.cp("outcome"), Node.ANY)
                      .filterKeep(t -> changing.contains(t.getObject()))
                      .hasNext()
                  || graph
                      .find(e, RDF.type.asNode(), Node.ANY)
                      .filterKeep(t -> changing.contains(t.getObject()))
                      .hasNext();
            })
        .isPresent();
  }
}
