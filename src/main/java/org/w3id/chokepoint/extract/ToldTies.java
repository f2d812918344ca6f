package org.w3id.chokepoint.extract;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3id.chokepoint.extract.Pattern.StatementTemplate;
import org.w3id.chokepoint.mention.Entity;

/** What the findings of a sentence tie together already. */
record ToldTies(List<Finding> findings) {

  /** Whether a finding has both among its participants. */
  boolean joins(Entity a, Entity b) {
    return findings.stream()
        .map(f -> f.roles().keySet().stream().flatMap(r -> f.entities(r).stream()).toList())
        .anyMatch(all -> all.contains(a) && all.contains(b));
  }

  /** Whether a finding has both who fill the roles of another. */
  boolean joins(Map<String, List<Filler>> roles) {
    List<Entity> ends = roles.values().stream().flatMap(f -> Filler.entities(f).stream()).toList();
    return joins(ends.getFirst(), ends.getLast());
  }

  /** Who is told to have acquired X in a sentence did so alone: "A bought B, and C bought X". */
  boolean takes(Pattern pattern, Map<String, List<Filler>> roles) {
    Set<String> ends = ends(pattern, roles);
    return findings.stream()
        .anyMatch(f -> !Collections.disjoint(ends(f.pattern(), f.roles()), ends));
  }

  /** Who stands at which end of what a pattern says. */
  private static Set<String> ends(Pattern p, Map<String, List<Filler>> roles) {
    Set<String> out = new HashSet<>();
    for (StatementTemplate t : p.statements()) {
      add(out, "subject of " + t.predicate(), List.of(t.subject()), roles);
      add(out, "object of " + t.predicate(), List.of(t.object()), roles);
    }
    p.event()
        .ifPresent(
            e -> {
              add(out, "agent of " + e.kind(), e.agent(), roles);
              add(out, "object of " + e.kind(), e.object(), roles);
              add(out, "recipient of " + e.kind(), e.recipient(), roles);
            });
    return out;
  }

  private static void add(
      Set<String> ends, String place, List<String> names, Map<String, List<Filler>> roles) {
    for (String name : names) {
      Filler.entities(roles.getOrDefault(name, List.of()))
          .forEach(e -> ends.add(place + " " + e.iri()));
    }
  }
}
