package org.w3id.chokepoint.mention;

/**
 * An actor, technology, policy or place.
 *
 * @param iri under {@code https://w3id.org/chokepoint/id/}
 * @param kind local name of its most specific class
 * @param label the name to show
 * @param known whether it stands in the reference data; otherwise an article brought it in
 */
public record Entity(String iri, String kind, String label, boolean known) {}
