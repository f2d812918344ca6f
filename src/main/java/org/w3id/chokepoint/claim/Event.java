package org.w3id.chokepoint.claim;

import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.extract.Amount;
import org.w3id.chokepoint.extract.When;
import org.w3id.chokepoint.mention.Entity;

/**
 * An occurrence that an article describes, with who and what takes part.
 *
 * @param iri deterministic; scoped to the article unless class, participants and date are known
 * @param kind local name of its class
 * @param above local names of the classes between it and Event, for stores without reasoning
 * @param objects entities acted on
 * @param inner IRIs of events acted on: what was asked for or announced
 * @param status local name of a facet: Occurred, Reported, Planned, Requested, Disputed
 * @param respondsTo IRIs of policies or events that it answers
 */
public record Event(
    String iri,
    String kind,
    List<String> above,
    List<Entity> agents,
    List<Entity> objects,
    List<String> inner,
    List<Entity> recipients,
    Optional<When> date,
    Optional<String> outcome,
    String status,
    Optional<Amount> amount,
    List<String> respondsTo) {}
