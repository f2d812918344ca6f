/**
 * What follows from the facts, and why. {@link org.w3id.chokepoint.reason.Closure} takes any graph,
 * data and ontology together, and holds what follows by OWL 2 RL (OWL 2 Profiles, section 4.3) or
 * by rules of one's own; facts and axioms may come and go later. Each inferred triple keeps one
 * derivation, so that a {@link org.w3id.chokepoint.reason.Proof} can be read off down to asserted
 * triples; contradictions are findings with proofs, and {@code whyNot} names the premise that a
 * conclusion misses. {@link org.w3id.chokepoint.reason.Entailment} compares two graphs, {@link
 * org.w3id.chokepoint.reason.OwlRlReasonerFactory} puts the engine under Jena.
 *
 * <p>Inside, to be read in this order: the rules are text ({@code owl2rl.rules}); terms are numbers
 * (Dictionary), triples rows in columns (TripleStore). A rule is specialised by the axioms it meets
 * (Instance, Instances), a list by walking it (ListWalk). Engine gives each new triple its turn:
 * Join finds the matches it completes, Derivations keeps why. Rewriting lets one term stand for all
 * that equal it, Deletion takes support away and looks for other support.
 */
@NullMarked
package org.w3id.chokepoint.reason;

import org.jspecify.annotations.NullMarked;
