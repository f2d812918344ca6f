package org.w3id.chokepoint.reason;

import org.apache.jena.graph.Node;

/**
 * Something in the ontology that the rules cannot work with. They pass it over.
 *
 * @param where the term it is about, for a list its first cell
 * @param what one sentence: what is wrong and what to do
 */
public record Defect(Node where, String what) {}
