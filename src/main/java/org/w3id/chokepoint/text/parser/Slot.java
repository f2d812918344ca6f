package org.w3id.chokepoint.text.parser;

import java.util.Locale;

/** What a feature may look at in a word; the names are NLP4J's. */
enum Slot {
  WORD_FORM_SIMPLIFIED,
  WORD_FORM_SIMPLIFIED_LOWERCASE,
  WORD_SHAPE,
  AMBIGUITY_CLASSES,
  PREFIX_2,
  PREFIX_3,
  SUFFIX_1,
  SUFFIX_2,
  SUFFIX_3,
  SUFFIX_4,
  LEMMA,
  PART_OF_SPEECH_TAG,
  NAMED_ENTITY_TAG,
  DEPENDENCY_LABEL,
  VALENCY_ALL;

  static final int COUNT = values().length;

  /** The slot of a name such as {@code lemma} or {@code suffix_3}. */
  static Slot of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
