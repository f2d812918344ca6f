package org.w3id.chokepoint.text;

import java.util.List;

/**
 * Stock tickers and moves in brackets, "(NASDAQ: NVDA)", "(-0.8%)": they say nothing of who does
 * what and lead a parser astray.
 */
final class Asides {
  private static final int LONGEST = 9;

  private Asides() {}

  /** Which tokens of a sentence belong to an aside; never the first. */
  static boolean[] of(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    boolean[] out = new boolean[tokens.size()];
    for (int i = 1; i < tokens.size(); i++) {
      int close = tokens.get(i).form().equals("(") ? close(tokens, i) : -1;
      if (close > 0
          && (ticker(tokens.subList(i + 1, close)) || move(tokens.subList(i + 1, close)))) {
        java.util.Arrays.fill(out, i, close + 1, true);
        i = close;
      }
    }
    return out;
  }

  static boolean none(boolean[] asides) {
    for (boolean aside : asides) {
      if (aside) {
        return false;
      }
    }
    return true;
  }

  private static int close(List<Token> tokens, int open) {
    for (int i = open + 1; i < Math.min(tokens.size(), open + LONGEST); i++) {
      if (tokens.get(i).form().matches("%?\\)")) {
        return i;
      }
    }
    return -1;
  }

  private static boolean move(List<Token> inside) {
    return !inside.isEmpty()
        && inside.stream().allMatch(t -> t.form().matches("[-+]?\\d+([.,]\\d+)?%?|[-+%]|up|down"));
  }

  /** Capitals with an exchange before them, or several of them; digits as in "2330.TW". */
  private static boolean ticker(List<Token> inside) {
    return !inside.isEmpty()
        && inside.stream()
            .allMatch(
                t -> t.form().matches("[A-Z]{1,5}|[:,]|[A-Z0-9]{1,6}[.:][A-Z]{1,4}|NASDAQ|Nasdaq"));
  }
}
