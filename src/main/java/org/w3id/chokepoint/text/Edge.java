package org.w3id.chokepoint.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.w3id.chokepoint.text.parser.Parse;
import org.w3id.chokepoint.text.parser.Tagged;

/**
 * What the parser says of a word, with its habitual errors undone.
 *
 * @param relation dependency label
 * @param head index of the word that it depends on, -1 at the root
 */
record Edge(String relation, int head) {
  /** Verbs that the lemmatizer leaves in their past form. */
  private static final Map<String, String> PAST =
      Map.of("provided", "provide", "happened", "happen", "ended", "end");

  private static final Set<String> BEFORE = Set.of("compound", "nmod");

  static List<Edge> of(List<Parse> parses) {
    return IntStream.range(0, parses.size()).mapToObj(word -> of(parses, word)).toList();
  }

  private static Edge of(List<Parse> parses, int word) {
    String relation = parses.get(word).relation();
    int head = governor(parses, word);
    if (!owner(parses, word)) {
      return new Edge(relation, head);
    }
    while (head >= 0
        && BEFORE.contains(parses.get(head).relation())
        && governor(parses, head) > head) {
      head = governor(parses, head);
    }
    return new Edge("poss", head);
  }

  /** The dictionary form; that of a verb's base form is the form: "to rent" is none of "rend". */
  static String lemma(Tagged words, int word, String form) {
    if (words.tag(word).equals("VB") && form.codePoints().allMatch(Character::isLetter)) {
      return form.toLowerCase(Locale.ROOT);
    }
    String lemma = words.lemma(word);
    boolean verb = word > 0 && words.tag(word).startsWith("VB");
    return verb ? PAST.getOrDefault(lemma, lemma) : lemma;
  }

  /** The parser at times hangs a subject on an auxiliary: it belongs to the verb. */
  private static int governor(List<Parse> parses, int word) {
    int head = parses.get(word).head();
    boolean auxiliary = head >= 0 && parses.get(head).relation().startsWith("aux");
    return auxiliary ? parses.get(head).head() : head;
  }

  /** A noun before "'s" owns what follows, whatever the parser calls it. */
  private static boolean owner(List<Parse> parses, int word) {
    return word + 1 < parses.size()
        && parses.get(word + 1).tag().equals("POS")
        && parses.get(word).tag().startsWith("NN")
        && BEFORE.contains(parses.get(word).relation());
  }
}
