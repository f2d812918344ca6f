package org.w3id.chokepoint.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A block of HTML as text.
 *
 * @param text one clean line
 * @param linked the share of its characters that are links, 0 to 1
 */
record Piece(Block.Kind kind, String text, double linked) {
  private static final String BULLET = "- ";

  /** The pieces as a body: one a line, bullets marked with a dash. */
  static Laid laid(List<Piece> pieces) {
    StringBuilder body = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    for (Piece piece : pieces) {
      String before =
          (body.isEmpty() ? "" : "\n") + (piece.kind == Block.Kind.BULLET ? BULLET : "");
      body.append(before).append(piece.text);
      int begin = at + before.length();
      at = begin + piece.text.codePointCount(0, piece.text.length());
      blocks.add(new Block(piece.kind, begin, at));
    }
    return new Laid(body.toString(), Optional.of(blocks));
  }
}
