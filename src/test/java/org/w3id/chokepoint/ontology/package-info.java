/**
 * Tests of the knowledge that ships as data: the ontology, its shapes, the competency questions and
 * the reference entities. They run without any of the pipeline, so that a slip in a Turtle file
 * shows before anything reads it.
 */
@NullMarked
package org.w3id.chokepoint.ontology;

import org.jspecify.annotations.NullMarked;
