package org.w3id.chokepoint.extract;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3id.chokepoint.extract.Filler.Named;
import org.w3id.chokepoint.mention.Background;
import org.w3id.chokepoint.mention.Entity;

/** Whether the participants that a pattern found can be meant at all. */
record Plausibility(Background background) {

  /** Whether nothing speaks against a reading, and what it needs to be known is known. */
  boolean holds(Pattern pattern, Map<String, List<Filler>> filled) {
    return !onlyItself(pattern, filled)
        && !withItself(pattern, filled)
        && pattern.statements().stream().noneMatch(t -> refuted(t, filled))
        && (!pattern.confirmed() || confirmed(pattern, filled));
  }

  /**
   * Nobody buys, sues or lists himself: such a reading is a mistake about who is meant, and so is
   * "HP and Dell offer their own" read crosswise.
   */
  private static boolean onlyItself(Pattern pattern, Map<String, List<Filler>> filled) {
    List<List<Entity>> ends =
        filled.values().stream().map(Filler::entities).filter(e -> !e.isEmpty()).toList();
    boolean one = ends.stream().flatMap(List::stream).distinct().count() == 1;
    boolean theirs =
        filled.values().stream()
            .flatMap(List::stream)
            .anyMatch(f -> f instanceof Named n && n.how().matches(".*(antecedent|pronoun).*"));
    List<Set<Entity>> several =
        ends.stream().filter(e -> e.size() > 1).map(Set::copyOf).collect(Collectors.toList());
    boolean same = several.stream().distinct().count() < several.size();
    return pattern.roles().size() > 1 && ends.size() > 1 && (one || same && theirs);
  }

  /** "X, to which it sold chips", read as X selling chips to X. */
  private static boolean withItself(Pattern pattern, Map<String, List<Filler>> filled) {
    return pattern
        .event()
        .filter(
            event -> {
              List<Entity> agents = entities(filled, event.agent());
              List<Entity> recipients = entities(filled, event.recipient());
              return agents.size() == 1 && recipients.equals(agents);
            })
        .isPresent();
  }

  private static List<Entity> entities(Map<String, List<Filler>> filled, List<String> roles) {
    return roles.stream().flatMap(r -> entities(filled, r).stream()).distinct().toList();
  }

  /** Whether the reference data speak against all that a statement says. */
  private boolean refuted(Pattern.StatementTemplate t, Map<String, List<Filler>> filled) {
    List<Entity> subjects = entities(filled, t.subject());
    List<Entity> objects = entities(filled, t.object());
    return !subjects.isEmpty()
        && !objects.isEmpty()
        && subjects.stream()
            .allMatch(a -> objects.stream().allMatch(b -> background.refutes(a, t.predicate(), b)));
  }

  private boolean confirmed(Pattern pattern, Map<String, List<Filler>> filled) {
    return pattern.statements().stream()
        .allMatch(
            t ->
                entities(filled, t.subject()).stream()
                    .allMatch(
                        a ->
                            entities(filled, t.object()).stream()
                                .allMatch(b -> background.confirms(a, t.predicate(), b))));
  }

  private static List<Entity> entities(Map<String, List<Filler>> filled, String role) {
    return Filler.entities(filled.getOrDefault(role, List.of()));
  }
}
