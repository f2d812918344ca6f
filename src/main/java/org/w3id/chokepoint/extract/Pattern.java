package org.w3id.chokepoint.extract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.chokepoint.clause.Proposition;

/**
 * How English says a relation or an event.
 *
 * @param name unique over all files; it is recorded with each claim
 * @param triggers lemmas of the predicate, particle after a space; none where the relation is
 *     learned
 * @param learned the relations of the learned model that it gives a meaning, if any
 * @param roles by name, in the order they are filled
 * @param statements what holds between roles
 * @param negated whether the words themselves deny ("delist")
 * @param prospective whether the words themselves only announce ("seek")
 * @param presupposed whether it holds whatever the clause around it says; words beside the
 *     predicate ("proposed", "no") still count
 * @param refused whether it fires only where the predicate is refused or given up ("will not
 *     supply", "no longer buys", "refused to sell"); what is left is then affirmed; a learned
 *     relation that is refused says by itself that something ended
 * @param with a path that the predicate must have, whoever stands there; none where empty
 * @param without a path that the predicate must not have
 * @param known roles that only entities of the reference data may fill
 * @param unknown roles that only entities new to the reference data may fill
 * @param vacant roles that nobody may fill
 * @param confirmed whether it fires only where the reference data say the same
 * @param source the role that speaks for the content, if the words imply one
 * @param confidence how often the reading is right, 0 to 1
 */
public record Pattern(
    String name,
    Proposition.Part part,
    List<String> triggers,
    Optional<Learned> learned,
    Map<String, Role> roles,
    Optional<EventTemplate> event,
    List<StatementTemplate> statements,
    boolean negated,
    boolean prospective,
    boolean presupposed,
    boolean refused,
    List<List<Slot.Step>> with,
    List<List<Slot.Step>> without,
    List<String> known,
    List<String> unknown,
    List<String> vacant,
    boolean confirmed,
    Optional<String> source,
    double confidence,
    List<Example> examples,
    List<String> nots) {

  /** Relations as the learned model calls them, and how likely any must be, 0 to 1. */
  public record Learned(List<String> relations, double least) {}

  /** The alternatives of a role, tried in order; an optional role may stay empty. */
  public record Role(List<Slot> slots, boolean optional) {}

  /**
   * One place to look for a role.
   *
   * @param path functions from the predicate; empty for the predicate itself
   * @param kinds classes of which one must fit; {@code Event} asks for an event of the clause there
   * @param of the role that {@code group-of}, {@code policy-of}, {@code strategy-of} and {@code
   *     issuer-of} start from; of {@code earlier} the class of events whose agent is meant
   */
  public record Slot(Where where, List<Step> path, List<String> kinds, String of) {
    /** Alternative functions, and the lemmas that the phrase there must have; any where empty. */
    public record Step(List<String> functions, List<String> lemmas) {}

    /** What is looked up at the end of the path. */
    public enum Where {
      PARTICIPANT,
      GROUP_OF,
      POLICY_OF,
      STRATEGY_OF,
      OFFICE_OF,
      EMPLOYER_OF,
      EARLIER,
      ISSUER_OF
    }
  }

  /** The event that a finding describes: its class, the roles that fill it, its outcome. */
  public record EventTemplate(
      String kind,
      List<String> agent,
      List<String> object,
      List<String> recipient,
      Optional<String> outcome,
      Optional<String> respondsTo) {}

  /** A property between two roles. */
  public record StatementTemplate(String subject, String predicate, String object) {}

  /** A sentence of our own and the statements or events that it must yield. */
  public record Example(String text, List<String> yields) {}
}
