package org.w3id.chokepoint.article;

import java.util.List;
import java.util.Optional;

/**
 * A text and how it is laid out.
 *
 * @param body the text
 * @param blocks where a document marks its structure; such a body is clean, so that the offsets of
 *     the blocks count its own code points. Empty where the lines of the body are its structure.
 */
public record Laid(String body, Optional<List<Block>> blocks) {
  public Laid {
    blocks = blocks.map(List::copyOf);
  }

  /** Text whose lines are its structure. */
  public static Laid plain(String body) {
    return new Laid(body, Optional.empty());
  }
}
