package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.List;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** The words of an article that mentions have taken. */
final class Taken {
  private Taken() {}

  /** By sentence and token. */
  static List<boolean[]> by(List<Sentence> sentences, List<Mention> mentions) {
    List<boolean[]> out = new ArrayList<>();
    sentences.forEach(s -> out.add(new boolean[s.tokens().size()]));
    for (Mention m : mentions) {
      for (Token t : sentences.get(m.sentence()).tokens()) {
        if (t.begin() >= m.begin() && t.begin() < m.end()) {
          out.get(m.sentence())[t.index()] = true;
        }
      }
    }
    return out;
  }
}
