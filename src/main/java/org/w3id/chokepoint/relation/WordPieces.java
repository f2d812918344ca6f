package org.w3id.chokepoint.relation;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Cuts words into the pieces of a vocabulary, as uncased BERT does (arXiv:1810.04805). */
final class WordPieces {
  /** Pieces behind this one are not read: no sentence of prose is so long. */
  private static final int MOST = 199;

  private static final int LONGEST_WORD = 100;

  private final Map<String, Integer> numbers = new HashMap<>();

  WordPieces(List<String> vocabulary) {
    for (String piece : vocabulary) {
      numbers.put(piece, numbers.size());
    }
  }

  /**
   * A sentence in pieces.
   *
   * @param ids numbers of the pieces, with those that open and close a text
   * @param first index of each word's first piece, -1 where the word was not read
   * @param last index of each word's last piece
   */
  record Pieces(int[] ids, int[] first, int[] last) {}

  /** The pieces of the words of a sentence. */
  Pieces of(List<String> words) {
    List<Integer> ids = new ArrayList<>(List.of(number("[CLS]")));
    int[] first = new int[words.size()];
    int[] last = new int[words.size()];
    Arrays.fill(first, -1);
    for (int w = 0; w < words.size(); w++) {
      List<Integer> cut = parts(words.get(w)).stream().flatMap(p -> cut(p).stream()).toList();
      if (cut.isEmpty() || ids.size() + cut.size() > MOST) {
        continue;
      }
      first[w] = ids.size();
      ids.addAll(cut);
      last[w] = ids.size() - 1;
    }
    ids.add(number("[SEP]"));
    return new Pieces(ids.stream().mapToInt(Integer::intValue).toArray(), first, last);
  }

  private int number(String piece) {
    return numbers.getOrDefault(piece, 0);
  }

  /** Lower case, without accents and control characters, cut at spaces and around punctuation. */
  private static List<String> parts(String word) {
    String plain =
        Normalizer.normalize(word.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
            .replaceAll("\\p{Mn}|\\p{Cntrl}|\\p{Cf}|\uFFFD", "")
            .replaceAll("([\\p{P}$+<=>^`|~]|\\p{IsIdeographic})", " $1 ")
            .strip();
    return plain.isEmpty() ? List.of() : List.of(plain.split("[\\s\\u00A0]+"));
  }

  /** The longest pieces from the left; a word with a rest that has none is unknown as a whole. */
  private List<Integer> cut(String part) {
    List<Integer> out = new ArrayList<>();
    int from = 0;
    while (from < part.length() && part.length() <= LONGEST_WORD) {
      int to = part.length();
      String before = from == 0 ? "" : "##";
      while (to > from && !numbers.containsKey(before + part.substring(from, to))) {
        to--;
      }
      if (to == from) {
        break;
      }
      out.add(number(before + part.substring(from, to)));
      from = to;
    }
    return from < part.length() ? List.of(number("[UNK]")) : out;
  }
}
