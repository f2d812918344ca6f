/**
 * From readings to RDF: one named graph an article, one for the reference data, one for the facts
 * that accepted claims assert, one for the ontology, one for the run. The shape of the data is the
 * contract in docs/data.md.
 */
@NullMarked
package org.w3id.chokepoint.graph;

import org.jspecify.annotations.NullMarked;
