package org.w3id.chokepoint.across;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.chokepoint.across.AcrossRules.StateRule;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.mention.Slug;

/**
 * From when to when something held, told by events that began and ended it. The interval is one in
 * which it surely held: of a beginning told as "2019" the last day counts, of an end the first.
 */
final class States {
  private static final Node OUTCOME = Terms.cp("outcome");
  private static final List<String> ROLES = List.of("agent", "object", "recipient");

  private final DatasetGraph data;
  private final List<StateRule> rules;
  private final Set<Node> told;
  private final Set<Ends> apart = new HashSet<>();
  private final Map<String, String> slugs = new HashMap<>();

  /**
   * @param told events that may tell a state
   */
  States(DatasetGraph data, AcrossRules rules, Set<Node> told) {
    this.data = data;
    this.rules = rules.states();
    this.told = told;
    rules.apart().stream()
        .flatMap(p -> data.stream(Node.ANY, Node.ANY, Terms.cp(p), Node.ANY))
        .forEach(q -> apart.add(new Ends(q.getSubject(), q.getObject())));
  }

  /** Between whom or what a state holds. */
  private record Ends(Node subject, Node object) implements Comparable<Ends> {
    String key() {
      return subject.getURI() + " " + object.getURI();
    }

    @Override
    public int compareTo(Ends other) {
      return key().compareTo(other.key());
    }
  }

  /** A class of events, and the outcome where one is named. */
  private record Kind(Node type, Optional<Node> outcome) {
    /** "ListingEvent/Begun". */
    static Kind of(String text) {
      String[] parts = text.split("/");
      return new Kind(
          Terms.cp(parts[0]),
          parts.length == 1 ? Optional.empty() : Optional.of(Terms.cp(parts[1])));
    }
  }

  /**
   * A turn of a state.
   *
   * @param day from which day on it surely had come about
   * @param first the first day on which it may have come about; empty where no text dates it
   */
  private record Turn(Node event, boolean begins, LocalDate day, Optional<LocalDate> first) {}

  /** What held once and does not any more, with the day on which it was over. */
  record Over(Triple content, LocalDate day) {}

  /** Writes the states that occurred events tell; gives what is over. */
  List<Over> write(Graph out) {
    List<Over> over = new ArrayList<>();
    List<Quad> occurred =
        Iter.toList(data.find(Node.ANY, Node.ANY, Terms.cp("eventStatus"), Terms.cp("Occurred")));
    for (StateRule rule : rules) {
      Map<Ends, List<Turn>> turns = new TreeMap<>();
      List<Kind> begin = rule.begin().stream().map(Kind::of).toList();
      List<Kind> end = rule.end().stream().map(Kind::of).toList();
      occurred.forEach(q -> turn(rule, begin, end, q.getGraph(), q.getSubject(), turns));
      turns.forEach((ends, list) -> states(rule, ends, list, out, over));
    }
    return over;
  }

  private void turn(
      StateRule rule,
      List<Kind> begin,
      List<Kind> end,
      Node name,
      Node event,
      Map<Ends, List<Turn>> turns) {
    Graph graph = data.getGraph(name);
    if (!told.contains(event)) {
      return;
    }
    boolean begins = is(graph, event, begin);
    if (!begins && !is(graph, event, end)) {
      return;
    }
    Optional<Node> date = Telling.value(graph, event, Terms.cp("eventDate"));
    Optional<LocalDate> first = date.flatMap(d -> day(d, false));
    Optional<LocalDate> last = date.flatMap(d -> day(d, true)).or(() -> published(graph));
    if (last.isEmpty()) {
      return;
    }
    ends(graph, event, rule)
        .filter(e -> !apart.contains(e))
        .forEach(
            e ->
                turns
                    .computeIfAbsent(e, k -> new ArrayList<>())
                    .add(new Turn(event, begins, last.get(), first)));
  }

  /** What a state that an event begins or ends is about. */
  record About(StateRule rule, List<Kind> kinds) {
    static About of(StateRule rule) {
      return new About(
          rule, Stream.concat(rule.begin().stream(), rule.end().stream()).map(Kind::of).toList());
    }

    Stream<Triple> in(Graph graph, Node event) {
      return is(graph, event, kinds)
          ? ends(graph, event, rule).map(e -> content(e.subject(), e.object()))
          : Stream.empty();
    }

    /** What holds while it lasts; where the ontology has no word for it, the rule's own. */
    Triple content(Node subject, Node object) {
      String word = rule.property().isEmpty() ? rule.name() : rule.property();
      return Triple.create(subject, Terms.cp(word), object);
    }
  }

  private static Stream<Ends> ends(Graph graph, Node event, StateRule rule) {
    Set<Node> subjects = role(graph, event, rule.subject());
    if (!rule.object().equals(rule.subject())) {
      Set<Node> objects = role(graph, event, rule.object());
      return subjects.stream().flatMap(s -> objects.stream().map(o -> new Ends(s, o)));
    }
    boolean others =
        ROLES.stream().anyMatch(r -> !r.equals(rule.subject()) && !role(graph, event, r).isEmpty());
    return others
        ? Stream.empty()
        : subjects.stream()
            .flatMap(s -> subjects.stream().map(o -> new Ends(s, o)))
            .filter(e -> e.subject.getURI().compareTo(e.object.getURI()) < 0);
  }

  /** Beginnings and ends in order of time; a second telling of a turn adds its event only. */
  private void states(StateRule rule, Ends ends, List<Turn> turns, Graph out, List<Over> over) {
    turns.sort(
        Comparator.comparing((Turn t) -> t.first().orElse(t.day()))
            .thenComparing(Turn::day)
            .thenComparing(t -> t.event().getURI()));
    List<Turn> open = new ArrayList<>();
    List<Turn> closed = new ArrayList<>();
    for (Turn turn : turns) {
      if (turn.begins() && !closed.isEmpty()) {
        write(rule, ends, open, closed, out);
        open.clear();
        closed.clear();
      }
      (turn.begins() ? open : closed).add(turn);
    }
    write(rule, ends, open, closed, out);
    if (!closed.isEmpty() && !rule.property().isEmpty()) {
      Triple content = Triple.create(ends.subject(), Terms.cp(rule.property()), ends.object());
      closed.stream()
          .map(Turn::day)
          .max(LocalDate::compareTo)
          .ifPresent(day -> over.add(new Over(content, day)));
    }
  }

  private void write(StateRule rule, Ends ends, List<Turn> open, List<Turn> closed, Graph out) {
    Optional<LocalDate> told = open.stream().map(Turn::day).min(LocalDate::compareTo);
    Optional<LocalDate> dated =
        closed.stream().flatMap(t -> t.first().stream()).max(LocalDate::compareTo);
    // An end that no text dates lies somewhere after the last day on which it was told to hold.
    Optional<LocalDate> until =
        closed.isEmpty()
            ? Optional.empty()
            : dated.or(() -> open.stream().map(Turn::day).max(LocalDate::compareTo));
    // Told of no earlier than its end, it had begun before.
    Optional<LocalDate> from = told.filter(d -> until.isEmpty() || d.isBefore(until.get()));
    Node node =
        Terms.iri(
            Terms.ID
                + "state/"
                + slugs.computeIfAbsent(rule.name(), Slug::of)
                + "-"
                + Slug.hash(ends.key() + "|" + from.map(LocalDate::toString).orElse(""), 12));
    out.add(node, RDF.type.asNode(), Terms.cp("State"));
    out.add(node, RDFS.label.asNode(), NodeFactory.createLiteralLang(rule.name(), "en"));
    out.add(node, RDF.subject.asNode(), ends.subject());
    out.add(node, RDF.object.asNode(), ends.object());
    if (!rule.property().isEmpty()) {
      out.add(node, RDF.predicate.asNode(), Terms.cp(rule.property()));
    }
    open.forEach(t -> out.add(node, Terms.cp("begunBy"), t.event()));
    closed.forEach(t -> out.add(node, Terms.cp("endedBy"), t.event()));
    from.ifPresent(d -> Corroboration.day(out, node, "heldFrom", d));
    until.ifPresent(d -> Corroboration.day(out, node, "heldUntil", d));
    out.add(
        node,
        Terms.cp("openEnd"),
        NodeFactory.createLiteralDT(Boolean.toString(closed.isEmpty()), XSDDatatype.XSDboolean));
  }

  private static boolean is(Graph graph, Node event, List<Kind> kinds) {
    return kinds.stream()
        .anyMatch(
            kind ->
                graph.contains(event, RDF.type.asNode(), kind.type())
                    && (kind.outcome().isEmpty()
                        || graph.contains(event, OUTCOME, kind.outcome().get())));
  }

  private static Set<Node> role(Graph graph, Node event, String role) {
    String property = "has" + Character.toUpperCase(role.charAt(0)) + role.substring(1);
    return new HashSet<>(
        graph.find(event, Terms.cp(property), Node.ANY).mapWith(Triple::getObject).toList());
  }

  private static Optional<LocalDate> published(Graph graph) {
    return Stream.of(graph.find(Node.ANY, Terms.schema("datePublished"), Node.ANY).toList())
        .flatMap(List::stream)
        .map(t -> LocalDate.parse(t.getObject().getLiteralLexicalForm()))
        .min(LocalDate::compareTo);
  }

  private static Optional<LocalDate> day(Node date, boolean last) {
    String text = date.getLiteralLexicalForm();
    return Optional.of(
        switch (text.length()) {
          case 4 -> last ? Year.parse(text).atMonth(12).atEndOfMonth() : Year.parse(text).atDay(1);
          case 7 -> last ? YearMonth.parse(text).atEndOfMonth() : YearMonth.parse(text).atDay(1);
          default -> LocalDate.parse(text);
        });
  }
}
