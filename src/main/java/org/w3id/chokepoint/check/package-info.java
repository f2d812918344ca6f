/**
 * Whether the data keeps its contract: the SHACL shapes of {@code ontology/shapes.ttl} and the
 * contradictions that reasoning finds, as one list of findings.
 */
@NullMarked
package org.w3id.chokepoint.check;

import org.jspecify.annotations.NullMarked;
