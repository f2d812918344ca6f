package org.w3id.chokepoint.across;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  /** Two claims, the IRI of the first before that of the second. */
  record Pair(Telling left, Telling right) {}

  /** Opposite polarity, or two countries where there can be one; both told outright. */
  List<Pair> in(List<Telling> all) {
    Map<String, List<Telling>> near = new HashMap<>();
    all.stream()
        .filter(Telling::outright)
        .forEach(t -> near.computeIfAbsent(key(t.content()), k -> new ArrayList<>()).add(t));
    List<Pair> out = new ArrayList<>();
    for (List<Telling> tellings : near.values()) {
      for (int i = 0; i < tellings.size(); i++) {
        for (int j = i + 1; j < tellings.size(); j++) {
          if (conflict(tellings.get(i), tellings.get(j))) {
            out.add(new Pair(tellings.get(i), tellings.get(j)));
          }
        }
      }
    }
    return out;
  }

  /** Only claims about the same can conflict. */
  private String key(Triple t) {
    String pair = t.getSubject() + " " + t.getPredicate();
    return exclusive.contains(t.getPredicate()) ? pair : pair + " " + t.getObject();
  }

  private boolean conflict(Telling a, Telling b) {
    if (a.content().equals(b.content())) {
      return a.affirmed() != b.affirmed() && !change(a.affirmed() ? b : a);
    }
    return a.affirmed() && b.affirmed() && country(a) && country(b);
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

  private boolean country(Telling t) {
    return countries.contains(t.content().getObject());
  }
}
