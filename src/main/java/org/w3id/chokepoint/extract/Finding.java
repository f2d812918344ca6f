package org.w3id.chokepoint.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.chokepoint.clause.Modality;
import org.w3id.chokepoint.clause.Proposition;
import org.w3id.chokepoint.mention.Entity;

/**
 * A pattern that fired on a proposition.
 *
 * @param roles the fillers by role; a role may have several
 * @param source who speaks, if the speaker is an entity
 * @param date when it happened, as the text tells
 * @param amount how much, as the text tells
 * @param likelihood what the learned model gives it, 0 to 1; 1 where words were found
 */
public record Finding(
    Pattern pattern,
    Proposition proposition,
    Map<String, List<Filler>> roles,
    Modality modality,
    Optional<Entity> source,
    Optional<When> date,
    Optional<Amount> amount,
    double likelihood) {

  /** The fillers of a role, none where it stayed empty. */
  public List<Filler> role(String name) {
    return roles.getOrDefault(name, List.of());
  }

  /** The entities among the fillers of a role. */
  public List<Entity> entities(String name) {
    return Filler.entities(role(name));
  }
}
