/**
 * From many inputs to the articles among them. {@link org.w3id.chokepoint.intake.Inputs} finds the
 * files, {@link org.w3id.chokepoint.intake.Sieve} takes what is read from them one by one and tells
 * new articles from copies of articles seen before. What it must remember lies on disk, so the
 * memory that it takes does not grow with the number of articles.
 */
@NullMarked
package org.w3id.chokepoint.intake;

import org.jspecify.annotations.NullMarked;
