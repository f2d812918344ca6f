package org.w3id.chokepoint.relation;

/**
 * What a stretch of a sentence stands for.
 *
 * @param begin index of its first token
 * @param end index after its last token
 * @param kind the ontology's class, with the form behind a slash unless it is a name: {@code
 *     Company}, {@code Company/REFERENCE}
 */
public record Span(int begin, int end, String kind) {}
