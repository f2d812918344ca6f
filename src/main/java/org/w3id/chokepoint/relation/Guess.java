package org.w3id.chokepoint.relation;

/**
 * The likeliest relation of a pair.
 *
 * @param relation as the model calls it: {@code suppliesTo}
 * @param probability that there is any relation, 0 to 1
 * @param effect how the sentence holds it: {@code Certain}, {@code Probable}, {@code Possible} or
 *     {@code Prospective}
 */
public record Guess(String relation, double probability, String effect) {}
