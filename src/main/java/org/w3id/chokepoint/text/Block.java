package org.w3id.chokepoint.text;

/**
 * A stretch of the body with one place in the layout.
 *
 * @param begin first code point in the article's body
 * @param end code point after the last
 */
public record Block(Kind kind, int begin, int end) {
  /** What a block is to the reader. Titles, headings and bullets retell the paragraphs. */
  public enum Kind {
    TITLE,
    HEADING,
    BULLET,
    PARAGRAPH
  }
}
