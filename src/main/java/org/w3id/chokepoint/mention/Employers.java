package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.text.NounPhrase;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Which firm a title belongs to that names none. */
record Employers(
    Ontology ontology, NameLexicon words, MentionIndex mentions, List<Sentence> sentences) {
  /**
   * The only firm that is a subject in the sentence or, failing that, in one of the two before. The
   * name that the title is of ("Rival X") is not meant.
   */
  Optional<Participant> of(Sentence sentence, Token title) {
    for (int back = 0; bare(sentence, title) && back <= 2 && back <= sentence.index(); back++) {
      Sentence there = sentences.get(sentence.index() - back);
      List<Entity> firms =
          mentions.in(there).stream()
              .filter(m -> acts(there, there.tokens().get(m.head()), there == sentence))
              .filter(m -> there != sentence || m.head() != title.head())
              .map(Mention::entity)
              .filter(e -> ontology.isA(e.kind(), "Company"))
              .distinct()
              .toList();
      Optional<Entity> main = firms.size() > 1 ? mainSubject(there, firms) : Optional.empty();
      if (!firms.isEmpty()) {
        return main.or(() -> firms.stream().filter(f -> firms.size() == 1).findFirst())
            .map(f -> new Participant(f, "antecedent"));
      }
    }
    return Optional.empty();
  }

  /** A subject, or here whose shares or executives are it. */
  private boolean acts(Sentence there, Token firm, boolean here) {
    return firm.relation().startsWith("nsubj") || here && new Salience(words).carries(there, firm);
  }

  /** Of several firms the subject of the sentence's own verb. */
  private Optional<Entity> mainSubject(Sentence s, List<Entity> firms) {
    return mentions.in(s).stream()
        .filter(m -> firms.contains(m.entity()))
        .filter(m -> s.tokens().get(m.head()).relation().startsWith("nsubj"))
        .filter(m -> s.head(s.tokens().get(m.head())).filter(v -> v.head() < 0).isPresent())
        .map(Mention::entity)
        .findFirst();
  }

  /** No name, known or not, before the title and none behind "of". */
  private boolean bare(Sentence s, Token title) {
    int first = title.index();
    while (first > 0 && words.rankWords().contains(s.tokens().get(first - 1).lemma())) {
      first--;
    }
    Token before = first == 0 ? title : s.tokens().get(first - 1);
    boolean named = mentions.in(s).stream().anyMatch(m -> m.end() == before.end());
    boolean name =
        first > 0 && (named || before.is("NNP") || before.tag().matches("-RRB-|POS|CC|PRP\\$"));
    boolean coordinated =
        new NounPhrase(s, title)
            .conjuncts().stream().anyMatch(t -> !new NounPhrase(s, t).after("of").isEmpty());
    return !name
        && !coordinated
        && s.head(title).stream().allMatch(h -> new NounPhrase(s, h).after("of").isEmpty());
  }
}
