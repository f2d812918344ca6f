package org.w3id.chokepoint.extract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Finds the stretches of a sentence that the rules of a lexicon describe. A rule is a regular
 * expression in which {@code {name}} stands for a named group over a list of words.
 */
final class Grammar {
  private static final Pattern MACRO = Pattern.compile("\\{([a-z]+)(2?)}");

  private final Map<String, String> macros;
  private final List<Rule> rules = new ArrayList<>();

  /**
   * @param macros for each name what it stands for, as a regular expression
   */
  Grammar(Map<String, String> macros) {
    this.macros = macros;
  }

  private record Rule(Pattern pattern, List<String> groups, String kind) {}

  /**
   * A stretch that a rule describes.
   *
   * @param parts the words that its groups took
   * @param kind the list that the rule stands in
   * @param before the text that precedes it in the sentence
   * @param head the token that governs the rest of it
   */
  record Stretch(Map<String, String> parts, String kind, String before, Token head) {}

  /** Alternatives over words, the longest first, so that "Sept" does not take from "September". */
  static String any(Collection<String> words) {
    return words.stream()
        .sorted(Comparator.comparing(String::length).reversed())
        .map(Pattern::quote)
        .collect(Collectors.joining("|"));
  }

  /** Adds rules; those added before take precedence. */
  Grammar with(String kind, List<String> patterns) {
    for (String p : patterns) {
      List<String> groups = new ArrayList<>();
      Matcher m = MACRO.matcher(p);
      StringBuilder out = new StringBuilder("(?<![\\w$,.-])(?:");
      while (m.find()) {
        String meaning = macros.get(m.group(1));
        if (meaning == null) {
          throw new IllegalArgumentException("quantities.yaml: no list for {" + m.group(1) + "}");
        }
        groups.add(m.group(1) + m.group(2));
        m.appendReplacement(
            out, Matcher.quoteReplacement("(?<" + m.group(1) + m.group(2) + ">" + meaning + ")"));
      }
      m.appendTail(out).append(")(?![\\w]|[,.]\\d)");
      rules.add(new Rule(Pattern.compile(out.toString(), Pattern.CASE_INSENSITIVE), groups, kind));
    }
    return this;
  }

  /** The stretches in a sentence, none over another, in the order of the rules. */
  List<Stretch> find(Sentence s) {
    List<Stretch> out = new ArrayList<>();
    boolean[] taken = new boolean[s.text().length() + 1];
    for (Rule rule : rules) {
      Matcher m = rule.pattern().matcher(s.text());
      while (m.find()) {
        if (free(taken, m.start(), m.end())) {
          java.util.Arrays.fill(taken, m.start(), m.end(), true);
          out.add(stretch(s, rule, m));
        }
      }
    }
    return out;
  }

  private static boolean free(boolean[] taken, int from, int to) {
    for (int i = from; i < to; i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  private static Stretch stretch(Sentence s, Rule rule, Matcher m) {
    Map<String, String> parts = new LinkedHashMap<>();
    int from = m.end();
    int to = m.start();
    for (String group : rule.groups()) {
      if (m.group(group) != null) {
        parts.put(group, m.group(group));
        from = Math.min(from, m.start(group));
        to = Math.max(to, m.end(group));
      }
    }
    return new Stretch(
        parts,
        rule.kind(),
        s.text().substring(0, Math.min(from, m.end())).toLowerCase(Locale.ROOT),
        head(s, Math.min(from, m.start()), Math.max(to, m.end())));
  }

  /** The token of the stretch whose governor stands outside of it: prepositions are no part. */
  private static Token head(Sentence s, int from, int to) {
    int begin = s.begin() + s.text().codePointCount(0, from);
    int end = s.begin() + s.text().codePointCount(0, to);
    List<Token> inside =
        s.tokens().stream().filter(t -> t.begin() < end && t.end() > begin).toList();
    return inside.stream()
        .filter(t -> inside.stream().noneMatch(u -> u.index() == t.head()))
        .findFirst()
        .orElse(inside.getLast());
  }
}
