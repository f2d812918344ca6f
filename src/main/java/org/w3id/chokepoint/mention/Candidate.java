package org.w3id.chokepoint.mention;

/**
 * A name that no list holds, and the class that the evidence around it speaks for.
 *
 * @param weight how much the evidence counts when several places of an article disagree
 */
record Candidate(Span span, String kind, int weight) {}
