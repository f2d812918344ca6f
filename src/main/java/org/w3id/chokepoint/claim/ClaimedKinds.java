package org.w3id.chokepoint.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.mention.Entity;
import org.w3id.chokepoint.mention.Mention;
import org.w3id.chokepoint.mention.Mention.Form;
import org.w3id.chokepoint.mention.Ontology;
import org.w3id.chokepoint.text.Sentence;

/**
 * "Memory chips" are named by a common noun: where a claim is about what an article nowhere names
 * but by such a noun, the noun counts as its name there. So every end of a claim can be pointed at.
 */
final class ClaimedKinds {
  private static final List<String> KINDS = List.of("TechnologyCategory", "Material", "Policy");

  private final Ontology ontology;

  ClaimedKinds(Ontology ontology) {
    this.ontology = ontology;
  }

  /** The mentions, one description of each kind that a claim is about taken for its name. */
  List<Mention> settle(List<Mention> mentions, List<Claim> claims, List<Event> events) {
    Map<String, Event> byIri = new HashMap<>();
    events.forEach(e -> byIri.put(e.iri(), e));
    Set<Entity> named = new HashSet<>();
    mentions.stream().filter(m -> m.form() == Form.NAME).forEach(m -> named.add(m.entity()));
    List<Mention> out = new ArrayList<>(mentions);
    for (Claim claim : claims) {
      for (Entity e : ActingCountries.actors(claim, byIri).filter(this::kind).toList()) {
        Optional<Mention> place =
            named.contains(e) ? Optional.empty() : described(out, claim.passages(), e);
        place.ifPresent(
            m -> {
              named.add(e);
              out.set(out.indexOf(m), name(m));
            });
      }
    }
    return List.copyOf(out);
  }

  private boolean kind(Entity e) {
    return KINDS.stream().anyMatch(k -> ontology.isA(e.kind(), k));
  }

  private static Optional<Mention> described(List<Mention> all, List<Sentence> where, Entity e) {
    return all.stream()
        .filter(m -> m.form() == Form.DESCRIPTION && m.entity().equals(e))
        .filter(m -> where.stream().anyMatch(s -> s.index() == m.sentence()))
        .findFirst();
  }

  private static Mention name(Mention m) {
    return new Mention(m.entity(), Form.NAME, m.sentence(), m.head(), m.begin(), m.end(), m.text());
  }
}
