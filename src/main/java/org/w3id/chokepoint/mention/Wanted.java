package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Optional;

/**
 * What a word that points back may mean.
 *
 * @param kinds classes of the ontology, any of which will do
 * @param reach how many sentences back, 0 for the same
 * @param nation of which it must be, where one is given
 * @param any whether it says no more than that it is a firm: "the company"
 * @param pronoun whether it is one
 * @param noun its lemma
 */
record Wanted(
    List<String> kinds,
    int reach,
    Optional<Entity> nation,
    boolean any,
    boolean pronoun,
    String noun) {
  static final int REACH_OF_PRONOUN = 2;
  static final int REACH_OF_DESCRIPTION = 4;

  /** What "it" may mean where it acts. */
  static final List<String> ACTORS = List.of("Organization", "Country", "ActorGroup");

  /** What "it" may mean where it does what states are not told to do. */
  static final List<String> BODIES = List.of("Company", "GovernmentAgency", "ActorGroup");

  /** What else it may mean. */
  static final List<String> THINGS = List.of("Technology", "Policy");

  /** What is manufactured and is no material. */
  static final List<String> HARDWARE = List.of("Chip", "ComputeSystem", "ManufacturingEquipment");

  /** Whether a noun may stand for a firm. */
  boolean firms() {
    return kinds.contains("Company") || kinds.contains("Organization");
  }

  /** Whether a pronoun may stand for a product or a policy. */
  boolean things() {
    return pronoun && kinds.containsAll(THINGS);
  }
}
