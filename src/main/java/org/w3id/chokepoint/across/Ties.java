package org.w3id.chokepoint.across;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.graph.Terms;

/**
 * What ties the claims and events of an article to those of others. Whatever shares a tie belongs
 * to one group, and what articles say together is worked out in each group by itself. Ties are
 * numbers made of their text: two that fall together join two groups, which does no harm.
 */
public final class Ties {
  private static final String CLAIMS = Terms.ID + "claim/";
  private static final String EVENTS = Terms.ID + "event/";
  private static final int COUNT = 0xFFFF;
  private static final long ATTRIBUTED = 1L << 32;

  private final Set<Node> exclusive;
  private final Set<Node> apart;
  private final List<States.About> states;

  /** Ties by the rules for what articles say together. */
  public Ties(AcrossRules rules) {
    exclusive = rules.exclusive().stream().map(Terms::cp).collect(Collectors.toSet());
    apart = rules.apart().stream().map(Terms::cp).collect(Collectors.toSet());
    states = rules.states().stream().map(States.About::of).toList();
  }

  /** Whether a node is a claim or an event. */
  public static boolean bind(Node node) {
    return node.isURI() && (node.getURI().startsWith(CLAIMS) || node.getURI().startsWith(EVENTS));
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
  public long[] of(Graph article) {
    Map<Node, List<Triple>> units = new HashMap<>();
    article
        .find()
        .filterKeep(t -> bind(t.getSubject()))
        .forEach(t -> units.computeIfAbsent(t.getSubject(), s -> new ArrayList<>()).add(t));
    LongStream.Builder all = LongStream.builder();
    // in one order, so that the same articles make the same file
    units.keySet().stream()
        .sorted(Comparator.comparing(Node::getURI))
        .forEach(unit -> unit(article, unit, units.getOrDefault(unit, List.of()), all));
    return all.build().toArray();
  }

  private void unit(Graph article, Node unit, List<Triple> triples, LongStream.Builder out) {
    Set<String> ties = new LinkedHashSet<>(List.of(unit.getURI()));
    if (unit.getURI().startsWith(EVENTS)) {
      states.stream().flatMap(s -> s.in(article, unit)).map(this::key).forEach(ties::add);
      if (article.contains(unit, Terms.cp("eventDate"), Node.ANY)) {
        ties.add(Occurrences.key(article, unit));
      }
    } else {
      claim(article, unit, ties);
    }
    List<String> things =
        triples.stream()
            .map(Triple::getObject)
            .filter(o -> o.isURI() && o.getURI().startsWith(Terms.ID))
            .map(Node::getURI)
            .filter(iri -> iri.indexOf('#') < 0)
            .toList();
    boolean attributed = article.contains(unit, Terms.cp("attributedTo"), Node.ANY);
    out.add((attributed ? ATTRIBUTED : 0) | (long) things.size() << 16 | ties.size());
    out.add(number(unit.getURI()));
    ties.remove(unit.getURI());
    Stream.of(ties, things)
        .flatMapToLong(some -> some.stream().mapToLong(Ties::number).sorted())
        .forEach(out::add);
  }

  /** A claim is tied to what it reports, to other tellings, and to states that it rules out. */
  private void claim(Graph article, Node claim, Set<String> ties) {
    values(article, claim, "reportsEvent").forEach(event -> ties.add(event.getURI()));
    for (Node s : values(article, claim, "claimSubject")) {
      for (Node p : values(article, claim, "claimPredicate")) {
        for (Node o : values(article, claim, "claimObject")) {
          ties.add(key(Triple.create(s, p, o)));
          if (apart.contains(p)) {
            states.forEach(state -> ties.add(key(state.content(s, o))));
          }
        }
      }
    }
  }

  /** Of a property with one value among countries, all that is said of a subject. */
  private String key(Triple content) {
    return exclusive.contains(content.getPredicate())
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
