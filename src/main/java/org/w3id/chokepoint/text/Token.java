package org.w3id.chokepoint.text;

/**
 * One word of a sentence with its syntax.
 *
 * @param index position in the sentence, from 0
 * @param form the word as written
 * @param lemma its dictionary form in lower case
 * @param tag part of speech, Penn Treebank set
 * @param entity recogniser's type (OntoNotes set) with BILOU prefix, such as {@code B-ORG}; "O"
 *     outside of names
 * @param tree that of the sentence
 * @param begin first code point in the article's body
 * @param end code point after the last
 */
public record Token(
    int index,
    String form,
    String lemma,
    String tag,
    String entity,
    Tree tree,
    int begin,
    int end) {

  /** The index of the governing token, -1 at the root. */
  public int head() {
    return tree.edges().get(index).head();
  }

  /** The dependency label towards the head. */
  public String relation() {
    return tree.edges().get(index).relation();
  }

  /** The same word in another tree. */
  Token in(Tree other) {
    return new Token(index, form, lemma, tag, entity, other, begin, end);
  }

  /** The same word as another part of speech. */
  Token tagged(String other) {
    return new Token(index, form, lemma, other, entity, tree, begin, end);
  }

  /** Whether the tag starts with {@code prefix}: "NN" for nouns, "VB" for verbs. */
  public boolean is(String prefix) {
    return tag.startsWith(prefix);
  }
}
