package org.w3id.chokepoint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3id.chokepoint.article.Block;

/**
 * A sentence: the evidence that a claim points to.
 *
 * @param index position in the article, from 0
 * @param block the layout block that it stands in
 * @param text as in the body
 * @param begin first code point in the article's body
 * @param end code point after the last
 */
public record Sentence(
    int index, Block block, String text, int begin, int end, List<Token> tokens) {

  /** The same words in another tree. */
  Sentence in(Tree tree) {
    List<Token> words = tokens.stream().map(t -> t.in(tree)).toList();
    return new Sentence(index, block, text, begin, end, words);
  }

  /** The tokens governed by {@code token}, in order. */
  public List<Token> children(Token token) {
    List<Token> out = new ArrayList<>();
    for (Token t : tokens) {
      if (t.head() == token.index()) {
        out.add(t);
      }
    }
    return out;
  }

  /** The tokens governed by {@code token} through one of the relations, in order. */
  public List<Token> children(Token token, String... relations) {
    List<Token> out = new ArrayList<>();
    for (Token t : tokens) {
      if (t.head() == token.index() && one(relations, t.relation())) {
        out.add(t);
      }
    }
    return out;
  }

  /** The first token governed by {@code token} through one of the relations. */
  public Optional<Token> child(Token token, String... relations) {
    for (Token t : tokens) {
      if (t.head() == token.index() && one(relations, t.relation())) {
        return Optional.of(t);
      }
    }
    return Optional.empty();
  }

  private static boolean one(String[] relations, String relation) {
    for (String wanted : relations) {
      if (wanted.equals(relation)) {
        return true;
      }
    }
    return false;
  }

  /** The governing token, empty at the root. */
  public Optional<Token> head(Token token) {
    return token.head() < 0 ? Optional.empty() : Optional.of(tokens.get(token.head()));
  }

  /** A token and those it depends on, up to the root. */
  public List<Token> upward(Token token) {
    List<Token> out = new ArrayList<>();
    for (Optional<Token> t = Optional.of(token);
        t.isPresent() && !out.contains(t.get());
        t = head(t.get())) {
      out.add(t.get());
    }
    return out;
  }

  /** Whether {@code ancestor} governs {@code token} at any distance, itself included. */
  public boolean dominates(Token ancestor, Token token) {
    int steps = tokens.size();
    for (Token t = token; steps-- > 0; t = tokens.get(t.head())) {
      if (t.index() == ancestor.index()) {
        return true;
      }
      if (t.head() < 0) {
        return false;
      }
    }
    return false;
  }
}
