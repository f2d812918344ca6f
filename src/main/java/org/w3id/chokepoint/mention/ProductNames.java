package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Names of products, by their numbers, their shape and the common noun behind them. */
record ProductNames(NameLexicon words, NameTests tests) {
  private static final Pattern VERSION = Pattern.compile("(?![2-8][DGK]$)\\d{1,3}[A-Z]{1,2}");
  private static final Pattern NUMBERED = Pattern.compile("[A-Z][A-Za-z]*\\d+[A-Z]*");

  /** "Samsung's Galaxy Z Fold 3", "Dell's XPS 13": a number ends what a firm calls its product. */
  Optional<Candidate> model(Sentence s, int i) {
    boolean owned =
        i > 1
            && s.tokens().get(i - 1).tag().equals("POS")
            && s.tokens().get(i - 2).entity().endsWith("-ORG");
    int last = CuedNames.run(s, i, tests::proper);
    Optional<Candidate> version = last < i ? Optional.empty() : version(s, i, last);
    if (version.isPresent() || !owned) {
      return version;
    }
    if (last < i || words.numbered().contains(s.tokens().get(i).lemma())) {
      return Optional.empty();
    }
    boolean numbered =
        last + 1 < s.tokens().size()
            && CuedNames.NUMBER.matcher(s.tokens().get(last + 1).form()).matches();
    boolean within = NUMBERED.matcher(s.tokens().get(last).form()).matches();
    return numbered || within
        ? Optional.of(new Candidate(new Span(s, i, numbered ? last + 1 : last), "Technology", 5))
        : Optional.empty();
  }

  /** "the Rosen 9X", "the Rosen View 30 Pro": a figure and a word that tell one model of a line. */
  private Optional<Candidate> version(Sentence s, int first, int last) {
    List<Token> tokens = s.tokens();
    int figure = last + 1;
    while (figure > first
        && tokens.get(figure - 1).form().matches(VERSION + "|" + CuedNames.NUMBER)) {
      figure--;
    }
    if (figure == first || figure >= tokens.size() || !proper(tokens.subList(first, figure))) {
      return Optional.empty();
    }
    boolean lettered = VERSION.matcher(tokens.get(figure).form()).matches();
    boolean number = CuedNames.NUMBER.matcher(tokens.get(figure).form()).matches();
    boolean edition =
        figure + 1 < tokens.size() && words.editions().contains(tokens.get(figure + 1).form());
    return lettered || number && edition
        ? Optional.of(
            new Candidate(new Span(s, first, edition ? figure + 1 : figure), "Technology", 4))
        : Optional.empty();
  }

  private static boolean proper(List<Token> tokens) {
    return tokens.getFirst().is("NNP")
        && tokens.stream().noneMatch(t -> t.entity().endsWith("-DATE"));
  }

  /** Words of a product's shape, or capitals right before "chip", "model" and the like. */
  Optional<Candidate> named(Sentence s, int i) {
    int last = CuedNames.run(s, i, tests::productWord);
    if (last < i) {
      return Optional.empty();
    }
    Span span = new Span(s, i, last);
    boolean shaped = span.tokens().stream().anyMatch(t -> tests.shape(t.form()));
    if (!tests.nameLike(span) && !tests.code(span) || i == 0 && !shaped) {
      return Optional.empty();
    }
    Optional<String> next =
        last + 1 < s.tokens().size()
            ? NameLexicon.kindOf(words.heads(), s.tokens().get(last + 1).lemma())
            : Optional.empty();
    return next.filter(k -> shaped || !k.equals("Technology"))
        .map(k -> new Candidate(span, k, 2))
        .or(
            () ->
                shaped && i > 0
                    ? Optional.of(new Candidate(span, "Technology", 1))
                    : Optional.empty());
  }
}
