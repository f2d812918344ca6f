/**
 * Who and what is meant.
 *
 * <p>{@link org.w3id.chokepoint.mention.ReferenceData} holds the names known beforehand, {@link
 * org.w3id.chokepoint.mention.NameFinder} marks every name of an article, known or not, and {@link
 * org.w3id.chokepoint.mention.Participants} answers for any noun of any sentence which entities it
 * stands for: a name, a pronoun, "the company", "its AI models", "U.S. export restrictions", "the
 * country's technology giants". The words that drive it are in {@code ontology/lexicon/names.yaml}.
 */
@NullMarked
package org.w3id.chokepoint.mention;

import org.jspecify.annotations.NullMarked;
