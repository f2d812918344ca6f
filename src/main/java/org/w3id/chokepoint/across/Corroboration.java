package org.w3id.chokepoint.across;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.mention.Slug;

/** Who stands behind a statement: publishers that do not repeat one another. */
final class Corroboration {
  private static final int COMPARED = 5;

  private final AcrossRules rules;

  Corroboration(AcrossRules rules) {
    this.rules = rules;
  }

  /** The affirming tellings of each statement, by statement. */
  static Map<String, List<Telling>> statements(List<Telling> all) {
    Map<String, List<Telling>> out = new TreeMap<>();
    all.stream()
        .filter(t -> t.affirmed() && t.realized())
        .forEach(t -> out.computeIfAbsent(Telling.key(t.content()), k -> new ArrayList<>()).add(t));
    return out;
  }

  /** One node for each statement that somebody tells as done. */
  void write(Map<String, List<Telling>> statements, Graph out) {
    statements.values().forEach(tellings -> write(tellings, out));
  }

  private void write(List<Telling> tellings, Graph out) {
    Triple content = tellings.getFirst().content();
    Node node = Terms.iri(Terms.ID + "corroboration/" + Slug.hash(Telling.key(content), 12));
    out.add(node, RDF.type.asNode(), Terms.cp("Corroboration"));
    out.add(node, RDF.subject.asNode(), content.getSubject());
    out.add(node, RDF.predicate.asNode(), content.getPredicate());
    out.add(node, RDF.object.asNode(), content.getObject());
    tellings.forEach(t -> out.add(node, Terms.cp("supportedBy"), t.claim()));
    out.add(
        node,
        Terms.cp("independentPublishers"),
        NodeFactory.createLiteralDT(
            Integer.toString(independent(tellings)), XSDDatatype.XSDinteger));
    dates(tellings).min(LocalDate::compareTo).ifPresent(d -> day(out, node, "firstReported", d));
    dates(tellings).max(LocalDate::compareTo).ifPresent(d -> day(out, node, "lastReported", d));
  }

  /**
   * How many publishers tell it on their own: one publisher counts once, and so do those whose
   * sentences are copies of one another. Of each publisher the first few tellings are compared.
   */
  int independent(List<Telling> tellings) {
    long publishers = tellings.stream().map(Telling::publisher).distinct().limit(2).count();
    if (publishers < 2) {
      return (int) publishers;
    }
    Map<String, List<Set<String>>> texts = new TreeMap<>();
    tellings.stream()
        .sorted(Comparator.comparing(t -> t.published().orElse(LocalDate.MAX)))
        .forEach(
            t -> {
              List<Set<String>> own = texts.computeIfAbsent(t.publisher(), k -> new ArrayList<>());
              if (own.size() < COMPARED) {
                own.add(Resemblance.shingles(t.text()));
              }
            });
    List<List<Set<String>>> voices = new ArrayList<>();
    for (List<Set<String>> own : texts.values()) {
      List<Set<String>> joined = new ArrayList<>(own);
      voices.removeIf(
          voice -> {
            boolean same = voice.stream().anyMatch(a -> own.stream().anyMatch(b -> copies(a, b)));
            if (same) {
              joined.addAll(voice);
            }
            return same;
          });
      voices.add(joined);
    }
    return voices.size();
  }

  private boolean copies(Set<String> a, Set<String> b) {
    return Resemblance.of(a, b) >= rules.alike();
  }

  /** Statements that sources report, told without a hedge by enough publishers to be held true. */
  List<Telling> confirmed(Map<String, List<Telling>> statements) {
    List<Telling> out = new ArrayList<>();
    for (List<Telling> tellings : statements.values()) {
      List<Telling> sure =
          tellings.stream()
              .filter(t -> t.certain() && t.confidence() >= rules.confirmedFrom())
              .toList();
      if (rules.confirmedBy() > 0 && independent(sure) >= rules.confirmedBy()) {
        sure.stream().filter(t -> t.status().equals(Terms.cp("Held"))).forEach(out::add);
      }
    }
    return out;
  }

  static void day(Graph out, Node node, String property, LocalDate day) {
    out.add(
        node, Terms.cp(property), NodeFactory.createLiteralDT(day.toString(), XSDDatatype.XSDdate));
  }

  private static Stream<LocalDate> dates(List<Telling> tellings) {
    return new TreeSet<>(tellings.stream().flatMap(t -> t.published().stream()).toList()).stream();
  }
}
