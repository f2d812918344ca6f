package org.w3id.chokepoint.text;

/**
 * A stretch of text that is one name, whatever words it is made of.
 *
 * @param begin first code point in the article's body
 * @param end code point after the last
 * @param standIn an everyday name of the same kind, which the parser reads in its place
 */
public record Unit(int begin, int end, String standIn) {
  boolean covers(Token token) {
    return token.begin() >= begin && token.end() <= end;
  }
}
