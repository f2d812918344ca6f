package org.w3id.chokepoint.mention;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * The common nouns that an article calls its names by: after "the video app X" and "Y, a lender"
 * the app is X and the lender Y, whatever class they have.
 */
final class Callings {
  private static final int REACH_OF_ONE = 10;
  private static final Set<String> POINTING = Set.of("the", "this", "that");

  private final NameLexicon words;
  private final Map<Entity, Set<String>> nouns = new HashMap<>();

  Callings(Ontology ontology, NameLexicon words, List<Sentence> sentences, List<Mention> names) {
    this.words = words;
    for (Mention m : names) {
      Sentence s = sentences.get(m.sentence());
      Token head = s.tokens().get(m.head());
      boolean policy = ontology.isA(m.entity().kind(), "Policy");
      if (m.form() == Mention.Form.NAME && !policy && !ontology.isA(m.entity().kind(), "Place")) {
        before(s, m).ifPresent(t -> add(m.entity(), t));
        String label = m.entity().label().toLowerCase(Locale.ROOT);
        byName(label.substring(label.lastIndexOf(' ') + 1)).ifPresent(n -> add(m.entity(), n));
        s.children(head, "appos").stream()
            .filter(t -> !new NounPhrase(s, t).listed())
            .forEach(t -> add(m.entity(), t));
      }
    }
  }

  /** "video app TikTok": the noun right before a name. */
  private static Optional<Token> before(Sentence s, Mention m) {
    Token name = s.tokens().get(m.head());
    return s.tokens().stream()
        .filter(t -> t.end() < m.begin() && t.end() >= m.begin() - 1)
        .filter(
            t ->
                t.head() == m.head() && t.relation().matches("compound|nmod")
                    || name.head() == t.index() && name.relation().equals("appos"))
        .findFirst();
  }

  private void add(Entity e, Token noun) {
    if (noun.tag().equals("NN") && kind(noun.lemma())) {
      add(e, noun.lemma());
    }
  }

  private void add(Entity e, String noun) {
    nouns.computeIfAbsent(e, k -> new HashSet<>()).add(noun);
  }

  /** "the bank" for "Rosen Bank". */
  private Optional<String> byName(String last) {
    return Optional.of(last).filter(n -> NameLexicon.has(words.antecedents(), n));
  }

  /** A noun that tells what somebody or something is: no "pressure", no "economy". */
  private boolean kind(String noun) {
    return NameLexicon.has(words.titleCues(), noun)
        || NameLexicon.has(words.antecedents(), noun)
        || NameLexicon.has(words.heads(), noun)
        || words.wrappers().contains(noun);
  }

  /** Whether an entity is called by a noun that not every firm is. */
  boolean called(Entity e, String noun) {
    return !words.anyFirm().contains(noun) && nouns.getOrDefault(e, Set.of()).contains(noun);
  }

  /** What a definite noun may mean that only such words tell; empty for others. */
  Optional<Wanted> by(Sentence s, Token token) {
    NounPhrase phrase = new NounPhrase(s, token);
    long many = nouns.keySet().stream().filter(e -> called(e, token.lemma())).count();
    boolean points =
        many > 0
            && token.tag().equals("NN")
            && !token.relation().matches("appos|compound|nmod")
            && POINTING.contains(phrase.determiner())
            && phrase.modifiers().isEmpty()
            && phrase.after("of").isEmpty();
    return points
        ? Optional.of(
            new Wanted(
                List.of(),
                many == 1 ? REACH_OF_ONE : Wanted.REACH_OF_DESCRIPTION,
                Optional.empty(),
                false,
                false,
                token.lemma()))
        : Optional.empty();
  }
}
