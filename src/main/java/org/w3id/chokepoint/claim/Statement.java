package org.w3id.chokepoint.claim;

import org.w3id.chokepoint.mention.Entity;

/**
 * A triple that a claim speaks of, asserted or not.
 *
 * @param predicate local name of an object property of the ontology
 */
public record Statement(Entity subject, String predicate, Entity object) {}
