/**
 * Who did what to whom, and how it is said.
 *
 * <p>The linguistics between the syntax tree and the patterns: {@link
 * org.w3id.chokepoint.clause.Clauses} turns any verb, noun or adjective into one {@link
 * org.w3id.chokepoint.clause.Proposition} with its arguments by function, after passives, relative
 * clauses, participles, control, coordination, copulas, appositions and light verbs are resolved.
 * {@link org.w3id.chokepoint.clause.Modalities} says how surely and on whose word. No later stage
 * looks at a dependency label.
 */
@NullMarked
package org.w3id.chokepoint.clause;

import org.jspecify.annotations.NullMarked;
