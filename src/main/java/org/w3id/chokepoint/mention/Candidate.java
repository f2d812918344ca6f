package org.w3id.chokepoint.mention;

/**
 * A name that no list holds, and the class that the evidence around it speaks for.
 *
 * @param weight how much the evidence counts when several places of an article disagree
 */
record Candidate(Span span, String kind, int weight) {
  /** Whether nothing but the recogniser speaks for it. */
  boolean bare() {
    return weight == 1;
  }

  /** A person, where the recogniser alone took it for a firm. */
  Candidate person() {
    return bare() && kind.equals("Company") ? new Candidate(span, "Person", weight) : this;
  }
}
