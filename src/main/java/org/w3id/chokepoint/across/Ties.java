package org.w3id.chokepoint.across;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.across.AcrossRules.StateRule;
import org.w3id.chokepoint.graph.Terms;

/**
 * What ties the claims and events of an article to those of others. Whatever shares a tie belongs
 * to one group, and what articles say together is worked out in each group by itself. Ties are
 * numbers made of their text: two that fall together join two groups, which does no harm.
 */
public final class Ties {
  private static final List<String> KINDS = List.of(Terms.ID + "claim/", Terms.ID + "event/");
  private static final int COUNT = 0xFFFF;
  private static final long ATTRIBUTED = 1L << 32;

  private Ties() {}

  /** Whether a node is a claim or an event. */
  public static boolean bind(Node node) {
    return node.isURI() && KINDS.stream().anyMatch(node.getURI()::startsWith);
  }

  /** The number of a text. */
  public static long number(String text) {
    long number = 0;
    for (int i = 0; i < text.length(); i++) {
      number = (number ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
      number ^= number >>> 32;
    }
    return number;
  }

  /**
   * The ties of an article: of each claim and event how many it has, how many things it names and
   * whether it is on somebody's word; then the ties, the first by its own name, then the things.
   */
  public static long[] of(Graph article, AcrossRules rules) {
    Map<Node, List<Triple>> units = new HashMap<>();
    article
        .find()
        .filterKeep(t -> bind(t.getSubject()))
        .forEach(t -> units.computeIfAbsent(t.getSubject(), s -> new ArrayList<>()).add(t));
    List<long[]> all = new ArrayList<>();
    units.forEach((unit, triples) -> all.add(unit(article, unit, triples, rules)));
    return all.stream().flatMapToLong(Arrays::stream).toArray();
  }

  private static long[] unit(Graph article, Node unit, List<Triple> triples, AcrossRules rules) {
    Set<String> ties = new LinkedHashSet<>(List.of(unit.getURI()));
    claim(article, unit, rules).forEach(ties::add);
    States.about(rules.states(), article, unit).map(t -> key(t, rules)).forEach(ties::add);
    if (article.contains(unit, Terms.cp("eventDate"), Node.ANY)) {
      ties.add(Occurrences.key(article, unit));
    }
    List<String> things =
        triples.stream()
            .map(Triple::getObject)
            .filter(o -> o.isURI() && o.getURI().startsWith(Terms.ID))
            .map(Node::getURI)
            .filter(iri -> iri.indexOf('#') < 0)
            .toList();
    boolean attributed = article.contains(unit, Terms.cp("attributedTo"), Node.ANY);
    List<Long> out = new ArrayList<>();
    out.add((attributed ? ATTRIBUTED : 0) | (long) things.size() << 16 | ties.size());
    Stream.concat(ties.stream(), things.stream()).map(Ties::number).forEach(out::add);
    return out.stream().mapToLong(Long::longValue).toArray();
  }

  /** A claim is tied to what it reports, to other tellings, and to states that it rules out. */
  private static Stream<String> claim(Graph article, Node claim, AcrossRules rules) {
    Set<Node> apart = rules.apart().stream().map(Terms::cp).collect(Collectors.toSet());
    Stream<String> contents =
        values(article, claim, "claimSubject").stream()
            .flatMap(
                s ->
                    values(article, claim, "claimObject").stream()
                        .flatMap(
                            o ->
                                values(article, claim, "claimPredicate").stream()
                                    .map(p -> Triple.create(s, p, o))))
            .flatMap(
                t ->
                    apart.contains(t.getPredicate())
                        ? Stream.concat(Stream.of(t), between(t, rules.states()))
                        : Stream.of(t))
            .map(t -> key(t, rules));
    return Stream.concat(
        values(article, claim, "reportsEvent").stream().map(Node::getURI), contents);
  }

  private static Stream<Triple> between(Triple ends, List<StateRule> rules) {
    return rules.stream().map(rule -> States.content(rule, ends.getSubject(), ends.getObject()));
  }

  /** Of a property with one value among countries, all that is said of a subject. */
  private static String key(Triple content, AcrossRules rules) {
    boolean one =
        rules.exclusive().stream().map(Terms::cp).anyMatch(content.getPredicate()::equals);
    return one
        ? content.getSubject().getURI() + " " + content.getPredicate().getURI()
        : Telling.key(content);
  }

  private static List<Node> values(Graph article, Node claim, String slot) {
    return article.find(claim, Terms.cp(slot), Node.ANY).mapWith(Triple::getObject).toList();
  }

  /** Adds the ties of an article to others. */
  public static void add(long[] ties, Set<Long> all) {
    each(
        ties,
        (first, behind, end, attributed) -> {
          for (int i = first; i < behind; i++) {
            all.add(ties[i]);
          }
        });
  }

  /** Walks through the claims and events of an article's ties. */
  static void each(long[] ties, Each each) {
    for (int at = 0; at < ties.length; ) {
      int first = at + 1;
      int behind = first + (int) (ties[at] & COUNT);
      int end = behind + (int) (ties[at] >>> 16 & COUNT);
      each.unit(first, behind, end, (ties[at] & ATTRIBUTED) != 0);
      at = end;
    }
  }

  /** Takes where the ties of a claim or event begin, behind them, and behind what it names. */
  interface Each {
    void unit(int first, int behind, int end, boolean attributed);
  }
}
