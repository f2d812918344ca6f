package org.w3id.chokepoint.listing;

import org.w3id.chokepoint.mention.Entity;

/**
 * A party that may be an entity we know and was not joined.
 *
 * @param line of the list
 * @param listed the party's name as the list spells it
 * @param reason why it may be, and why it was not joined
 */
public record Doubt(int line, String listed, Entity entity, String reason) {}
