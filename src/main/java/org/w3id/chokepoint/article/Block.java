package org.w3id.chokepoint.article;

/**
 * A stretch of the article with one place in the layout.
 *
 * @param begin first code point in the article's {@link CleanText}
 * @param end code point after the last
 */
public record Block(Kind kind, int begin, int end) {
  /** What a block is to the reader. Headings and bullets retell the paragraphs. */
  public enum Kind {
    HEADING,
    BULLET,
    PARAGRAPH,
    QUOTE,
    CAPTION,
    /** The cells of one row of a table. */
    ROW
  }
}
