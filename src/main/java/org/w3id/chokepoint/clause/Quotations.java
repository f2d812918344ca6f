package org.w3id.chokepoint.clause;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Which sentences stand in quotation marks, over sentences and paragraphs. */
final class Quotations {
  private static final Set<String> MARKS = Set.of("\"", "\u201C", "\u201D", "``", "''");

  private final List<State> states = new ArrayList<>();

  /**
   * A sentence in its quotation.
   *
   * @param inside whether it begins in one
   * @param open whether one is still open at its end
   * @param continued whether the quotation was opened before the paragraph
   */
  record State(boolean inside, boolean open, boolean continued) {}

  Quotations(List<Sentence> sentences) {
    boolean open = false;
    boolean carried = false;
    for (int i = 0; i < sentences.size(); i++) {
      Sentence s = sentences.get(i);
      boolean starts = mark(s.tokens().getFirst()) && !closing(s.tokens().getFirst());
      if (i > 0 && !sentences.get(i - 1).block().equals(s.block())) {
        // a paragraph of a longer quotation opens anew without the last having been closed
        carried = open && starts;
        open = false;
      }
      boolean inside = open || starts;
      for (Token t : s.tokens()) {
        open = mark(t) ? !closing(t) && (opening(t) || !open) : open;
      }
      states.add(new State(inside, open, carried));
      carried &= open;
    }
  }

  State of(Sentence s) {
    return states.get(s.index());
  }

  /** Whether a word of the sentence stands in quotation marks. */
  boolean quoted(Sentence s, Token token) {
    boolean open = s.index() > 0 && states.get(s.index() - 1).open() && of(s).inside();
    for (Token t : s.tokens().subList(0, token.index())) {
      open = mark(t) ? !closing(t) && (opening(t) || !open) : open;
    }
    return open;
  }

  static boolean mark(Token t) {
    return MARKS.contains(t.form());
  }

  private static boolean opening(Token t) {
    return t.form().equals("\u201C");
  }

  private static boolean closing(Token t) {
    return t.form().equals("\u201D");
  }
}
