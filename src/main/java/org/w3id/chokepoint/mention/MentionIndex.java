package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** The mentions of an article by their place. */
final class MentionIndex {
  private final Ontology ontology;
  private final Set<Mention> unrivalled;
  private final Map<Integer, List<Mention>> bySentence = new HashMap<>();

  /** {@code unrivalled} are the references that could mean nothing else. */
  MentionIndex(Ontology ontology, List<Mention> mentions, Set<Mention> unrivalled) {
    this.ontology = ontology;
    this.unrivalled = unrivalled;
    mentions.forEach(m -> bySentence.computeIfAbsent(m.sentence(), k -> new ArrayList<>()).add(m));
  }

  List<Mention> in(Sentence sentence) {
    return bySentence.getOrDefault(sentence.index(), List.of());
  }

  /** The first mention that a token is part of. */
  Optional<Mention> at(Sentence sentence, Token token) {
    return in(sentence).stream()
        .filter(m -> token.begin() >= m.begin() && token.begin() < m.end())
        .findFirst();
  }

  Optional<Mention> at(Sentence sentence, Token token, String kind) {
    return at(sentence, token).filter(m -> ontology.isA(m.entity().kind(), kind));
  }

  /** How a mention tells its entity; a name that only this article brings in is less sure. */
  String how(Mention m) {
    // "Secretary of Labor": a short name that points to the department
    boolean shortName = m.entity().label().contains(m.text()) && m.text().length() > 3;
    if (m.form() != Mention.Form.REFERENCE || shortName) {
      boolean person = m.entity().kind().equals("Person");
      return m.entity().known() || person ? "name" : "new";
    }
    boolean actor = ontology.isA(m.entity().kind(), "Actor");
    boolean near =
        bySentence.getOrDefault(m.sentence(), List.of()).stream()
            .anyMatch(o -> o.end() <= m.begin() && o.entity().equals(m.entity()));
    return near || !actor || unrivalled.contains(m) ? "pronoun" : "antecedent";
  }
}
