package org.w3id.chokepoint.text;

import edu.emory.mathcs.nlp.component.tokenizer.Tokenizer;
import edu.emory.mathcs.nlp.component.tokenizer.token.Token;
import java.util.ArrayList;
import java.util.List;

/** Sentences as lists of words, with the splits undone that a stop inside of a name causes. */
final class Segments {
  private Segments() {}

  static List<List<Token>> of(Tokenizer tokenizer, String text) {
    List<List<Token>> out = new ArrayList<>();
    for (List<Token> sentence : tokenizer.segmentize(text)) {
      if (!out.isEmpty() && goesOn(out.getLast().getLast(), sentence.getFirst())) {
        join(out.getLast(), sentence);
      } else {
        out.add(new ArrayList<>(sentence));
      }
    }
    return out;
  }

  /** "Amazon.|com", "Intel Corp.|said": what follows a stop in lower case is no new sentence. */
  private static boolean goesOn(Token last, Token first) {
    String form = first.getWordForm();
    boolean lower = form.equals(form.toLowerCase(java.util.Locale.ROOT));
    return last.getWordForm().endsWith(".") && Character.isLowerCase(form.codePointAt(0)) && lower;
  }

  /** Words that no space parts are one: "Amazon.com". */
  private static void join(List<Token> sentence, List<Token> rest) {
    List<Token> words = new ArrayList<>(rest);
    while (!sentence.isEmpty()
        && sentence.getLast().getEndOffset() == words.getFirst().getStartOffset()) {
      Token left = sentence.removeLast();
      Token right = words.removeFirst();
      words.addFirst(
          new Token(
              left.getWordForm() + right.getWordForm(),
              left.getStartOffset(),
              right.getEndOffset()));
    }
    sentence.addAll(words);
  }
}
