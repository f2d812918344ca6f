package org.w3id.chokepoint.text.parser;

/**
 * What the parser says of one word.
 *
 * @param lemma dictionary form
 * @param tag part of speech, Penn Treebank set
 * @param entity name type with BILOU prefix, "O" outside of names or where none were asked for
 * @param head index of the governing word, -1 at the root
 * @param relation dependency label towards the head
 */
public record Parse(String lemma, String tag, String entity, int head, String relation) {}
