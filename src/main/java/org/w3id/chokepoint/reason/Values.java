package org.w3id.chokepoint.reason;

/** What the values of literals make true without a triple (table 8). */
interface Values {
  /** Whether {@code s} is a literal, {@code p} is rdf:type and {@code o} a datatype it is of. */
  boolean isOfType(int s, int p, int o);

  /** Whether {@code p} is rdf:type and {@code o} a known datatype. */
  boolean isTest(int p, int o);
}
