/**
 * What follows from the facts, and why. The ontology's axioms are applied to the asserted triples
 * until nothing new appears (OWL 2 RL, OWL 2 Profiles section 4.3); each inferred triple keeps one
 * derivation, so that a {@link org.w3id.chokepoint.reason.Proof} can be read off down to asserted
 * triples.
 */
@NullMarked
package org.w3id.chokepoint.reason;

import org.jspecify.annotations.NullMarked;
