/**
 * From the graphs of single articles to what they say together.
 *
 * <p>{@link org.w3id.chokepoint.across.Across} reads the {@link
 * org.w3id.chokepoint.across.Telling}s of all articles and writes one graph of its own: which
 * independent publishers stand behind a statement ({@link
 * org.w3id.chokepoint.across.Corroboration}), which claims of different articles conflict ({@link
 * org.w3id.chokepoint.across.Conflicts}; both sides become contested and leave the facts), and from
 * when to when a state held ({@link org.w3id.chokepoint.across.States}). The rules are data: {@code
 * ontology/across.yaml}. All of it depends on the set of articles only, never on their order, and
 * in each group of claims and events that {@link org.w3id.chokepoint.across.Ties} tie together on
 * that group only: where articles come and go, only {@link org.w3id.chokepoint.across.Touched}
 * groups are looked at.
 */
@NullMarked
package org.w3id.chokepoint.across;

import org.jspecify.annotations.NullMarked;
