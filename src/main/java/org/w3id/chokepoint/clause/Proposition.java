package org.w3id.chokepoint.clause;

import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * A predicate with its arguments: one form for verbs, nouns and adjectives.
 *
 * @param lemma dictionary form, with its particle after a space ("roll out")
 */
public record Proposition(
    Sentence sentence, Token head, Part part, String lemma, List<Argument> arguments) {
  /** The kind of word that the predicate is. */
  public enum Part {
    VERB,
    NOUN,
    ADJECTIVE
  }

  /** The arguments with one of the functions, in order of their place. */
  public List<Argument> arguments(String function) {
    return arguments.stream().filter(a -> a.function().equals(function)).toList();
  }

  /** The first argument with the function. */
  public Optional<Argument> argument(String function) {
    return arguments.stream().filter(a -> a.function().equals(function)).findFirst();
  }
}
