package org.w3id.chokepoint.across;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
  private final Set<Node> changing;
  private final Set<Node> exclusive;
  private final Set<Node> countries;

  Conflicts(DatasetGraph data, AcrossRules rules) {
    this.data = data;
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
   * Opposite polarity, or two countries where there can be one; both told outright. Each claim is
   * paired with the first reported on the other side only: n claims take less than n pairs.
   */
  List<Pair> in(List<Telling> all) {
    Map<String, List<Telling>> contents = new TreeMap<>();
    all.stream()
        .filter(Telling::outright)
        .sorted(FIRST)
        .forEach(
            t -> contents.computeIfAbsent(Telling.key(t.content()), k -> new ArrayList<>()).add(t));
    List<Pair> out = new ArrayList<>();
    contents.values().forEach(tellings -> denials(tellings, out));
    Map<String, List<List<Telling>>> countries = new TreeMap<>();
    contents.values().stream()
        .map(tellings -> tellings.stream().filter(this::placed).toList())
        .filter(placed -> !placed.isEmpty())
        .forEach(
            placed ->
                countries
                    .computeIfAbsent(pair(placed.getFirst().content()), k -> new ArrayList<>())
                    .add(placed));
    countries.values().forEach(sides -> against(sides, out));
    return out;
  }

  private void denials(List<Telling> tellings, List<Pair> out) {
    List<Telling> affirmed = tellings.stream().filter(Telling::affirmed).toList();
    List<Telling> denied = tellings.stream().filter(t -> !t.affirmed() && !change(t)).toList();
    if (!affirmed.isEmpty() && !denied.isEmpty()) {
      against(List.of(affirmed, denied), out);
    }
  }

  /** Sides each of which contradicts all others; the first reported of all is on the first. */
  private static void against(List<List<Telling>> sides, List<Pair> out) {
    List<List<Telling>> order =
        sides.stream().sorted(Comparator.comparing(List::getFirst, FIRST)).toList();
    Telling first = order.getFirst().getFirst();
    List<List<Telling>> others = order.subList(1, order.size());
    others.forEach(side -> side.forEach(t -> out.add(new Pair(first, t))));
    if (!others.isEmpty()) {
      Telling other = others.getFirst().getFirst();
      order.getFirst().stream().skip(1).forEach(t -> out.add(new Pair(t, other)));
    }
  }

  private boolean placed(Telling t) {
    return t.affirmed()
        && exclusive.contains(t.content().getPredicate())
        && countries.contains(t.content().getObject());
  }

  private static String pair(Triple t) {
    return t.getSubject() + " " + t.getPredicate();
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
