package org.w3id.chokepoint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.text.parser.Parse;
import org.w3id.chokepoint.text.parser.Parser;

/**
 * Parses a sentence again with a well-known word in place of each name: a parser that has never
 * seen "CHIPS and Science Act" or "YMTC" reads the rest of the sentence better without them.
 */
final class Reparse {
  private final Parser parser;

  Reparse(Parser parser) {
    this.parser = parser;
  }

  Sentence of(Sentence sentence, List<Unit> units) {
    List<Unit> inside =
        units.stream()
            .filter(u -> u.begin() >= sentence.begin() && u.end() <= sentence.end())
            .toList();
    boolean[] asides = Asides.of(sentence);
    if (inside.isEmpty() && Asides.none(asides)) {
      return sentence;
    }
    List<List<Token>> words = words(sentence, inside, asides);
    List<String> forms = new ArrayList<>();
    for (List<Token> word : words) {
      forms.add(unit(word.getFirst(), inside).map(Unit::standIn).orElse(word.getFirst().form()));
    }
    return Misreadings.mended(expand(sentence, words, inside, asides, parser.parse(forms, false)));
  }

  /** The tokens of the sentence, those of one unit together, asides with the word before. */
  private static List<List<Token>> words(Sentence sentence, List<Unit> units, boolean[] asides) {
    List<List<Token>> out = new ArrayList<>();
    Optional<Unit> open = Optional.empty();
    for (Token t : sentence.tokens()) {
      Optional<Unit> unit = unit(t, units);
      if (asides[t.index()] && !out.isEmpty()) {
        out.getLast().add(t);
        continue;
      }
      if (unit.isPresent() && unit.equals(open)) {
        out.getLast().add(t);
      } else {
        out.add(new ArrayList<>(List.of(t)));
      }
      open = unit;
    }
    return out;
  }

  private static Sentence expand(
      Sentence sentence,
      List<List<Token>> words,
      List<Unit> units,
      boolean[] asides,
      List<Parse> parses) {
    List<Token> out = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Edge edge = Edge.of(parses, i);
      int head = edge.head() < 0 ? -1 : carrier(words.get(edge.head()), asides).index();
      Token last = carrier(words.get(i), asides);
      boolean name = unit(last, units).isPresent();
      for (Token t : words.get(i)) {
        if (asides[t.index()]) {
          out.add(aside(t, last));
          continue;
        }
        boolean carries = t.index() == last.index();
        out.add(
            new Token(
                t.index(),
                t.form(),
                name ? t.lemma() : Edge.lemma(parses, i),
                name ? tag(t, carries) : parses.get(i).tag(),
                t.entity(),
                carries ? head : last.index(),
                carries ? edge.relation() : "compound",
                t.begin(),
                t.end()));
      }
    }
    return new Sentence(
        sentence.index(),
        sentence.block(),
        sentence.text(),
        sentence.begin(),
        sentence.end(),
        List.copyOf(out));
  }

  /** The last token of a word that is no aside. */
  private static Token carrier(List<Token> word, boolean[] asides) {
    return word.stream().filter(t -> !asides[t.index()]).reduce((a, b) -> b).orElse(word.getLast());
  }

  private static Token aside(Token t, Token word) {
    return new Token(
        t.index(),
        t.form(),
        t.lemma(),
        t.tag(),
        t.entity(),
        word.index(),
        "meta",
        t.begin(),
        t.end());
  }

  /** "Kunpeng 920" is a noun, whatever its last word is. */
  private static String tag(Token token, boolean carries) {
    return carries && !token.is("NN") ? "NNP" : token.tag();
  }

  private static Optional<Unit> unit(Token token, List<Unit> units) {
    return units.stream().filter(u -> u.covers(token)).findFirst();
  }
}
