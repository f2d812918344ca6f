/**
 * Bytes in, articles out.
 *
 * <p>{@link org.w3id.chokepoint.article.ArticleReader} turns a file into one or more {@link
 * org.w3id.chokepoint.article.Reading}s: an article that was accepted, or a rejection with its
 * reason. Nothing here throws for bad input; a batch goes on.
 */
@NullMarked
package org.w3id.chokepoint.article;

import org.jspecify.annotations.NullMarked;
