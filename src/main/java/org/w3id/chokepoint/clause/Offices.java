package org.w3id.chokepoint.clause;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Persons, their offices and the bodies that they serve, told side by side in lists and lines,
 * where a parser that looks for sentences goes astray.
 */
final class Offices {
  private static final Pattern ROW = Pattern.compile("NNP?|JJ|CC|HYPH|IN|DT");

  /** The most words of a line of two names. */
  private static final int LINE = 14;

  private Offices() {}

  /** Who holds the office, seen from the words around it alone. */
  static Optional<Token> person(Sentence s, Token title) {
    return holder(s, title).or(() -> row(s, title));
  }

  /** The body set off from the office by a comma. */
  static Optional<Token> body(Sentence s, Token title) {
    return after(s, title).or(() -> before(s, title));
  }

  /** "Undersecretary of State for Economic Affairs Manisha Singh": whose office it is. */
  private static Optional<Token> holder(Sentence s, Token title) {
    List<Token> after = s.tokens().subList(title.index() + 1, s.tokens().size());
    List<Token> body =
        after.stream()
            .takeWhile(t -> !t.entity().endsWith("-PERSON"))
            .takeWhile(t -> t.form().matches("of|for|the|and|&") || t.is("NNP"))
            .toList();
    boolean office =
        Character.isUpperCase(title.form().codePointAt(0))
            && body.size() > 1
            && body.getFirst().form().matches("of|for")
            && body.getLast().is("NNP");
    return after.stream()
        .skip(body.size())
        .takeWhile(t -> t.is("NNP") && t.entity().endsWith("-PERSON"))
        .limit(office ? 4 : 0)
        .reduce((a, b) -> b);
  }

  /** "Tim Cook" for "CEO" in "Tim Cook, CEO, Apple, and Lisa Su, CEO, AMD": who stands before. */
  private static Optional<Token> row(Sentence s, Token noun) {
    int first = noun.index();
    while (first > 0 && ROW.matcher(s.tokens().get(first - 1).tag()).matches()) {
      first--;
    }
    // "X, and the director of Y, Z" speaks of another
    int comma = s.tokens().get(first).tag().equals("CC") ? -1 : first - 1;
    boolean last =
        s.tokens().stream()
            .skip(noun.index() + 1)
            .takeWhile(t -> t.form().matches("of|for|the|&") || t.is("NNP"))
            .noneMatch(t -> t.entity().endsWith("-PERSON"));
    boolean whole =
        last && noun.index() + 1 < s.tokens().size() && !s.tokens().get(noun.index() + 1).is("NN");
    return Optional.of(noun)
        .filter(t -> t.tag().matches("NNP?") && whole && !t.entity().endsWith("-PERSON"))
        .filter(t -> comma > 0 && s.tokens().get(comma).form().equals(","))
        .map(t -> s.tokens().get(comma - 1))
        .filter(t -> t.is("NNP") && t.entity().endsWith("-PERSON"));
  }

  /** "AFL-CIO" in "Liz Shuler, AFL-CIO:": a name between a comma and another mark. */
  private static Optional<Token> after(Sentence s, Token noun) {
    int comma = noun.index() + 1;
    int last = comma;
    List<Token> tokens = s.tokens();
    if (comma >= tokens.size() || !tokens.get(comma).form().equals(",")) {
      return Optional.empty();
    }
    while (last + 1 < tokens.size()
        && (tokens.get(last + 1).is("NNP")
            || tokens.get(last + 1).form().equals("The")
            || tokens.get(last + 1).form().matches("of|&|for|and|the|-"))) {
      last++;
    }
    boolean closed =
        last + 1 >= tokens.size()
            || tokens.get(last + 1).form().matches("[:(]")
            || row(s, noun).isPresent() && tokens.get(last + 1).form().matches("[,;.]");
    return last > comma && closed ? Optional.of(tokens.get(last)) : Optional.empty();
  }

  /** "Department of Energy, Secretary Jennifer Granholm": in a line without a verb. */
  private static Optional<Token> before(Sentence s, Token noun) {
    int first = noun.index();
    while (first > 0 && s.tokens().get(first - 1).is("NNP")) {
      first--;
    }
    return first > 1
            && s.tokens().get(first - 1).form().equals(",")
            && s.tokens().stream().noneMatch(t -> t.tag().matches("VB.*|MD"))
        ? Optional.of(s.tokens().get(first - 2)).filter(t -> t.is("NNP"))
        : Optional.empty();
  }

  /** "called Apple Chief Operating Officer X as a witness": a title is of what touches it. */
  static void titled(Sentence s, Token title, List<Argument> out) {
    int last = title.index() + 1;
    // "National Security Advisor (NSA) X"
    boolean acronym =
        last + 3 < s.tokens().size()
            && s.tokens().get(last).tag().equals("-LRB-")
            && s.tokens().get(last + 2).tag().equals("-RRB-");
    last = acronym ? last + 3 : last;
    if (last >= s.tokens().size()
        || !title.is("NN")
        || !s.tokens().get(last).entity().matches("[BU]-PERSON")
        || title.relation().matches("compound|nmod")) {
      return;
    }
    while (last + 1 < s.tokens().size()
        && s.tokens().get(last + 1).entity().matches("[IL]-PERSON")) {
      last++;
    }
    out.add(new Argument("subject", s.tokens().get(last), "title"));
    s.tokens().subList(0, title.index()).reversed().stream()
        .takeWhile(t -> t.is("NNP"))
        .forEach(t -> out.add(new Argument("modifier", t, "title")));
  }

  /** "Stifel, Kevin Cassidy", "Stifel (Kevin Cassidy)": a line of two names and nothing else. */
  static Optional<Token> line(Sentence s, Token name) {
    if (!name.is("NNP") || s.tokens().size() > LINE) {
      return Optional.empty();
    }
    List<Token> marks = s.tokens().stream().filter(t -> t.form().matches("[,(]")).toList();
    boolean names =
        s.tokens().stream().allMatch(t -> t.is("NNP") || t.form().matches("[,()&.-]|of|for|and"));
    if (marks.size() != 1 || !names) {
      return Optional.empty();
    }
    boolean first = name.index() < marks.getFirst().index();
    return s.tokens().reversed().stream()
        .filter(t -> t.is("NNP") && t.index() < marks.getFirst().index() != first)
        .findFirst();
  }
}
