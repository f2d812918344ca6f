/**
 * Relations that a learned model reads between two names of a sentence.
 *
 * <p>The model is data ({@code ontology/model/relations.onnx}): a small transformer (MiniLM, 4
 * layers of 384, after Wang et al. 2020, arXiv:2002.10957) that sees a sentence with the classes of
 * what it names, and gives each ordered pair of names a distribution over relations. {@link
 * org.w3id.chokepoint.relation.RelationModel} runs it; what a relation means in the ontology, and
 * how likely it must be, is said by patterns. docs/learning.md tells how it was trained.
 */
@NullMarked
package org.w3id.chokepoint.relation;

import org.jspecify.annotations.NullMarked;
