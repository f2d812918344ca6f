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
 * @param head index of the governing token, -1 at the root
 * @param relation dependency label towards the head
 * @param begin first code point in the article's body
 * @param end code point after the last
 */
public record Token(
    int index,
    String form,
    String lemma,
    String tag,
    String entity,
    int head,
    String relation,
    int begin,
    int end) {

  /** Whether the tag starts with {@code prefix}: "NN" for nouns, "VB" for verbs. */
  public boolean is(String prefix) {
    return tag.startsWith(prefix);
  }
}
