/**
 * Patterns over propositions, and what they find.
 *
 * <p>A {@link org.w3id.chokepoint.extract.Pattern} is data ({@code ontology/patterns/*.yaml}): the
 * words that trigger it, the roles with their functions and classes, the event and the statements
 * it yields, and example sentences that run as tests. {@link org.w3id.chokepoint.extract.Extractor}
 * applies them to an article; each {@link org.w3id.chokepoint.extract.Finding} keeps its sentence,
 * its participants and its modality.
 */
@NullMarked
package org.w3id.chokepoint.extract;

import org.jspecify.annotations.NullMarked;
