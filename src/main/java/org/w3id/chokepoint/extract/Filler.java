package org.w3id.chokepoint.extract;

import java.util.List;
import java.util.stream.Stream;
import org.w3id.chokepoint.mention.Entity;

/** What fills a role: an entity, or an event that another finding describes. */
public sealed interface Filler {
  /**
   * An entity, and the construction that led to it.
   *
   * @param how steps of the clause layer and of the participant, joined by "+"
   */
  record Named(Entity entity, String how) implements Filler {}

  /** The event of a clause inside the clause. */
  record Described(Finding finding) implements Filler {}

  /** The entities among what fills a role, in order. */
  static List<Entity> entities(List<Filler> fillers) {
    return fillers.stream()
        .flatMap(f -> f instanceof Named n ? Stream.of(n.entity()) : Stream.empty())
        .toList();
  }
}
