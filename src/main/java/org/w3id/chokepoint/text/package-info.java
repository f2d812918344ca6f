/**
 * From an article to its sentences, words and syntax.
 *
 * <p>{@link org.w3id.chokepoint.article.Layout} cuts the body into blocks, an {@link
 * org.w3id.chokepoint.text.Annotator} turns each into {@link org.w3id.chokepoint.text.Sentence}s of
 * {@link org.w3id.chokepoint.text.Token}s. The parser stays behind these records: no later stage
 * imports it.
 */
@NullMarked
package org.w3id.chokepoint.text;

import org.jspecify.annotations.NullMarked;
