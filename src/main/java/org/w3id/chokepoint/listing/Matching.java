package org.w3id.chokepoint.listing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Ontology;

/**
 * Decides which listed parties are entities that we know.
 *
 * <ol>
 *   <li>The name, else an alias, is letter for letter a label or alias of one entity, and neither
 *       kind nor country speaks against it; where that is a single word, the country is the same.
 *   <li>The same but for case, punctuation and legal form, where both sides state the same kind and
 *       the same country and no other party of the file has that name.
 * </ol>
 *
 * A person needs what the second needs: many people share a name. With a name in common, the same
 * number of the same authority, known from another list, outweighs all else. Short forms tell
 * nothing. Where several parties want one entity, the best reason wins, and equal reasons make all
 * of them doubtful.
 */
final class Matching {
  private enum Ground {
    NAME,
    NAME_ALIKE,
    ALIAS,
    ALIAS_ALIKE
  }

  private enum Agreement {
    SAME,
    UNSTATED,
    OTHER
  }

  private record Wish(Party party, Entity entity, Ground ground) {}

  private final KnownActors known;
  private final Countries countries;
  private final Ontology ontology;
  private final Spelling spelling;
  private final Map<String, Set<Party>> sameKey = new HashMap<>();
  private final Map<Entity, Set<Entity>> places = new HashMap<>();
  private final Map<Party, Entity> joined = new LinkedHashMap<>();
  private final Map<String, Doubt> doubts = new LinkedHashMap<>();

  private Matching(KnownActors known, Countries countries, Ontology ontology, Spelling spelling) {
    this.known = known;
    this.countries = countries;
    this.ontology = ontology;
    this.spelling = spelling;
  }

  /**
   * What came of it.
   *
   * @param joined the entity of each party that is known
   * @param doubts in order of line
   */
  record Result(Map<Party, Entity> joined, List<Doubt> doubts) {}

  static Result of(
      List<Party> parties,
      KnownActors known,
      Countries countries,
      Ontology ontology,
      Spelling spelling,
      Runnable progress) {
    Matching matching = new Matching(known, countries, ontology, spelling);
    for (Party p : parties) {
      matching.sameKey.computeIfAbsent(spelling.key(p.label()), k -> new HashSet<>()).add(p);
    }
    Map<Entity, List<Wish>> wishes = new LinkedHashMap<>();
    for (Party p : parties) {
      matching
          .wish(p)
          .ifPresent(w -> wishes.computeIfAbsent(w.entity(), k -> new ArrayList<>()).add(w));
    }
    wishes.values().forEach(matching::settle);
    for (Party p : parties) {
      if (!matching.joined.containsKey(p)) {
        matching.doubt(p);
      }
      progress.run();
    }
    return new Result(
        matching.joined,
        matching.doubts.values().stream()
            .sorted(Comparator.comparing(Doubt::line).thenComparing(d -> d.entity().iri()))
            .toList());
  }

  private Optional<Wish> wish(Party p) {
    List<String> names = List.of(p.name(), p.label());
    return one(p, names, n -> exactly(p, n), Ground.NAME)
        .or(() -> one(p, names, known::alike, Ground.NAME_ALIKE))
        .or(() -> one(p, p.aliases(), n -> exactly(p, n), Ground.ALIAS))
        .or(() -> one(p, p.aliases(), known::alike, Ground.ALIAS_ALIKE));
  }

  /** A name of one word, an acronym most of all, is too common to go by without the country. */
  private Set<Entity> exactly(Party p, String name) {
    return known.exactly(name).stream()
        .filter(
            e ->
                name.contains(" ")
                    || country(p, e) == Agreement.SAME
                    || known.hasNumber(e, p.number()))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Optional<Wish> one(
      Party p, Iterable<String> names, Function<String, Set<Entity>> find, Ground ground) {
    Set<Entity> found = new LinkedHashSet<>();
    names.forEach(n -> found.addAll(find.apply(n)));
    boolean alike = ground == Ground.NAME_ALIKE || ground == Ground.ALIAS_ALIKE;
    boolean strict = alike || found.stream().anyMatch(e -> ontology.isA(e.kind(), "Person"));
    return found.size() == 1 && (strict ? agrees(p, found) : !speaksAgainst(p, found))
        ? Optional.of(new Wish(p, found.iterator().next(), ground))
        : Optional.empty();
  }

  private boolean agrees(Party p, Set<Entity> one) {
    Entity e = one.iterator().next();
    return known.hasNumber(e, p.number())
        || kind(p, e) == Agreement.SAME
            && country(p, e) == Agreement.SAME
            && sameKey.getOrDefault(spelling.key(p.label()), Set.of()).size() == 1;
  }

  private boolean speaksAgainst(Party p, Set<Entity> one) {
    Entity e = one.iterator().next();
    return !known.hasNumber(e, p.number())
        && (kind(p, e) == Agreement.OTHER || country(p, e) == Agreement.OTHER);
  }

  private void settle(List<Wish> wishes) {
    Ground best = wishes.stream().map(Wish::ground).min(Comparator.naturalOrder()).orElseThrow();
    List<Wish> first = wishes.stream().filter(w -> w.ground() == best).toList();
    boolean clear = first.size() == 1 || best == Ground.NAME;
    for (Wish w : wishes) {
      if (clear && w.ground() == best) {
        joined.put(w.party(), w.entity());
      } else {
        doubt(w.party(), w.entity(), "another party of the list has this name too");
      }
    }
  }

  private void doubt(Party p) {
    Set<String> names = new LinkedHashSet<>(List.of(p.label()));
    names.addAll(p.aliases());
    for (String name : names) {
      known.alike(name).forEach(e -> doubt(p, e, "the same name '" + name + "', " + against(p, e)));
    }
    for (String name : names) {
      known.near(name).forEach(e -> doubt(p, e, "'" + name + "' differs by a letter or two"));
      known.contained(name).forEach(e -> doubt(p, e, "'" + name + "' has a name in common"));
    }
  }

  private void doubt(Party p, Entity e, String reason) {
    doubts.putIfAbsent(p.line() + " " + e.iri(), new Doubt(p.line(), p.name(), e, reason));
  }

  private String against(Party p, Entity e) {
    if (kind(p, e) == Agreement.OTHER) {
      return "another kind";
    }
    if (country(p, e) == Agreement.OTHER) {
      return "another country";
    }
    return kind(p, e) == Agreement.SAME && country(p, e) == Agreement.SAME
        ? "but not the only one with it"
        : "kind or country not stated on both sides";
  }

  private Agreement kind(Party p, Entity e) {
    boolean person = ontology.isA(e.kind(), "Person");
    return switch (p.sort()) {
      case PERSON -> person ? Agreement.SAME : Agreement.OTHER;
      case ORGANIZATION -> person ? Agreement.OTHER : Agreement.SAME;
      case UNSTATED, CRAFT -> Agreement.UNSTATED;
    };
  }

  private Agreement country(Party p, Entity e) {
    Set<Entity> ours = places.computeIfAbsent(e, countries::of);
    List<Entity> theirs = p.countries().stream().flatMap(c -> countries.of(c).stream()).toList();
    if (ours.isEmpty() || theirs.isEmpty()) {
      return Agreement.UNSTATED;
    }
    return theirs.stream().anyMatch(ours::contains) ? Agreement.SAME : Agreement.OTHER;
  }
}
