/**
 * Emory NLP4J's English tagger, recogniser and parser over a flat edition of its models.
 *
 * <p>The models as shipped are Java objects with dense weights: 20 s and 1.5 GB to load. {@link
 * org.w3id.chokepoint.text.parser.Edition} reads them once and writes what is not zero to a file
 * that is mapped into memory; {@link org.w3id.chokepoint.text.parser.Parser} scores from there. A
 * feature is known by the {@linkplain org.w3id.chokepoint.text.parser.Print fingerprint} of its
 * text, and weights are added in NLP4J's order, so that every annotation is the same.
 */
@NullMarked
package org.w3id.chokepoint.text.parser;

import org.jspecify.annotations.NullMarked;
