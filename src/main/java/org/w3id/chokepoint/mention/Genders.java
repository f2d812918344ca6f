package org.w3id.chokepoint.mention;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Who of an article is "he" and who "she": by "Ms." before the name, and by the pronouns of
 * sentences in which nobody else is named. Nothing is concluded from names.
 */
final class Genders {
  private static final int TITLE = 5;

  private final NameLexicon words;

  /** Above 0 "he", below "she". */
  private final Map<Entity, Integer> votes = new HashMap<>();

  Genders(NameLexicon words, List<Sentence> sentences, List<Mention> names) {
    this.words = words;
    Map<Integer, List<Mention>> bySentence =
        names.stream()
            .filter(m -> m.entity().kind().equals("Person"))
            .collect(Collectors.groupingBy(Mention::sentence));
    bySentence.forEach((i, persons) -> read(sentences.get(i), persons));
  }

  /** Whether a pronoun may mean a person. */
  boolean fits(Entity person, String pronoun) {
    return sign(pronoun) * votes.getOrDefault(person, 0) >= 0;
  }

  private void read(Sentence s, List<Mention> persons) {
    List<Token> tokens = s.tokens();
    for (Mention m : persons) {
      tokens.stream()
          .filter(t -> t.end() <= m.begin() && t.end() + 1 >= m.begin())
          .forEach(t -> vote(m.entity(), TITLE * sign(t.form())));
    }
    if (persons.stream().map(Mention::entity).distinct().count() == 1) {
      Mention only = persons.getFirst();
      tokens.stream()
          .filter(t -> t.begin() > only.end() && t.is("PRP"))
          .forEach(t -> vote(only.entity(), sign(t.form())));
    }
  }

  private void vote(Entity person, int by) {
    votes.merge(person, by, Integer::sum);
  }

  private int sign(String word) {
    String form = word.toLowerCase(Locale.ROOT);
    return words.he().contains(form) ? 1 : words.she().contains(form) ? -1 : 0;
  }
}
