package org.w3id.chokepoint.mention;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Products told by the last word of their name once it was told in full, "the S8" of "Galaxy S8",
 * "the Air" of "MacBook Air", or by a code alone. Left open where two end so.
 */
final class Models {
  private static final Pattern NUMBERED =
      Pattern.compile("[A-Z]{1,3}\\d{1,4}[A-Za-z]?|[a-z]\\d{1,2}|\\d{1,4}[A-Z]");
  private static final Pattern WORD = Pattern.compile("\\p{Lu}\\p{Ll}+");

  private final Ontology ontology;
  private final Map<String, Set<Entity>> lastWords = new HashMap<>();

  Models(Ontology ontology) {
    this.ontology = ontology;
  }

  /** Takes the last word of a product's name of several, and a code. */
  void add(Mention m) {
    String text = m.text();
    boolean product =
        m.form() == Mention.Form.NAME
            && ontology.isA(m.entity().kind(), "Technology")
            && !m.entity().kind().matches("TechnologyCategory|Material");
    if (product && (text.contains(" ") || NUMBERED.matcher(text).matches())) {
      lastWords
          .computeIfAbsent(text.substring(text.lastIndexOf(' ') + 1), k -> new HashSet<>())
          .add(m.entity());
    }
  }

  /** The product that a word means; a word without a number needs "the". */
  Optional<Entity> at(Sentence s, Token t) {
    Set<Entity> all = lastWords.getOrDefault(t.form(), Set.of());
    boolean the = t.index() > 0 && s.tokens().get(t.index() - 1).form().equalsIgnoreCase("the");
    boolean told = NUMBERED.matcher(t.form()).matches() || the && WORD.matcher(t.form()).matches();
    return told && all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }
}
