package org.w3id.chokepoint.mention;

/**
 * An entity that a noun of a sentence stands for.
 *
 * @param how the steps from the noun to the entity, such as {@code name}, {@code antecedent},
 *     {@code member}, {@code owner}; for measuring and for explaining a claim
 */
public record Participant(Entity entity, String how) {}
