package org.w3id.chokepoint.mention;

/**
 * A place in the article that stands for an entity.
 *
 * @param sentence index of the sentence
 * @param head index of the token that heads it
 * @param begin first code point in the article's body, possessive 's and article left out
 * @param end code point after the last
 */
public record Mention(
    Entity entity, Form form, int sentence, int head, int begin, int end, String text) {
  /** How the entity is referred to. */
  public enum Form {
    /** By a name. */
    NAME,
    /** By the adjective of a nation: "Chinese". */
    DEMONYM,
    /** A government by its seat: "Beijing". */
    METONYM,
    /** A kind of technology by common nouns: "memory chips". */
    DESCRIPTION,
    /** By a pronoun or a description that points back. */
    REFERENCE
  }
}
