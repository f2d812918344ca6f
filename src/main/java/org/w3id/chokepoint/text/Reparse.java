package org.w3id.chokepoint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.text.parser.Parser;
import org.w3id.chokepoint.text.parser.Tagged;

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
    Sentence read = expand(sentence, words, inside, asides, parser.tag(forms, false));
    return Misreadings.verbal(read).in(new Tree(() -> better(read, sentence, words, asides)));
  }

  /** The edges of the second reading, unless those of the first make more of a sentence. */
  private static List<Edge> better(
      Sentence second, Sentence first, List<List<Token>> words, boolean[] asides) {
    List<Edge> edges = Misreadings.mended(second);
    int odd = Oddities.of(second.in(new Tree(() -> edges)));
    if (odd == 0) {
      return edges;
    }
    List<Edge> plain = folded(Misreadings.mended(first), words, asides);
    Sentence other = second.in(new Tree(() -> plain));
    return Misreadings.tree(other) && Oddities.of(other) < odd ? plain : edges;
  }

  /** What hangs on a word of a name hangs on its last, and that one where the name does. */
  private static List<Edge> folded(List<Edge> plain, List<List<Token>> words, boolean[] asides) {
    int[] last = new int[plain.size()];
    words.forEach(word -> word.forEach(t -> last[t.index()] = carrier(word, asides).index()));
    Edge[] out = new Edge[plain.size()];
    for (List<Token> word : words) {
      int end = last[word.getFirst().index()];
      word.forEach(t -> out[t.index()] = new Edge(asides[t.index()] ? "meta" : "compound", end));
      Edge way =
          word.stream()
              .map(t -> plain.get(t.index()))
              .filter(e -> e.head() < 0 || last[e.head()] != end)
              .findFirst()
              .orElse(plain.get(end));
      out[end] = new Edge(way.relation(), way.head() < 0 ? -1 : last[way.head()]);
    }
    return List.of(out);
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
      Tagged tagged) {
    Tree tree = new Tree(() -> edges(words, asides, Edge.of(tagged.parses())));
    List<Token> out = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Token last = carrier(words.get(i), asides);
      boolean name = unit(last, units).isPresent();
      for (Token t : words.get(i)) {
        boolean same = name || asides[t.index()];
        String tag = asides[t.index()] ? t.tag() : tag(t, t.index() == last.index());
        out.add(
            new Token(
                t.index(),
                t.form(),
                same ? t.lemma() : Edge.lemma(tagged, i, t.form()),
                same ? tag : tagged.tag(i),
                t.entity(),
                tree,
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

  /** Inside of a word all hang on the last that is no aside. */
  private static List<Edge> edges(List<List<Token>> words, boolean[] asides, List<Edge> parsed) {
    List<Edge> out = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Edge edge = parsed.get(i);
      int head = edge.head() < 0 ? -1 : carrier(words.get(edge.head()), asides).index();
      int last = carrier(words.get(i), asides).index();
      for (Token t : words.get(i)) {
        boolean aside = asides[t.index()];
        out.add(
            t.index() == last && !aside
                ? new Edge(edge.relation(), head)
                : new Edge(aside ? "meta" : "compound", last));
      }
    }
    return out;
  }

  /** The last token of a word that is no aside. */
  private static Token carrier(List<Token> word, boolean[] asides) {
    return word.stream().filter(t -> !asides[t.index()]).reduce((a, b) -> b).orElse(word.getLast());
  }

  /** "Kunpeng 920" is a noun, whatever its last word is. */
  private static String tag(Token token, boolean carries) {
    return carries && !token.is("NN") ? "NNP" : token.tag();
  }

  private static Optional<Unit> unit(Token token, List<Unit> units) {
    return units.stream().filter(u -> u.covers(token)).findFirst();
  }
}
