package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** What makes a word or a span look like a name. */
final class NameTests {
  private static final Pattern FIGURE = Pattern.compile("\\d[A-Z]+");
  private static final Pattern NUMBER = Pattern.compile("\\d{2,4}[A-Z]?");

  private final NameLexicon words;
  private final List<Pattern> shapes;
  private final List<Pattern> codes;
  private final List<Pattern> none;

  NameTests(NameLexicon words) {
    this.words = words;
    this.shapes = words.productShapes().stream().map(Pattern::compile).toList();
    this.codes = words.codeShapes().stream().map(Pattern::compile).toList();
    this.none = words.notNameShapes().stream().map(Pattern::compile).toList();
  }

  /** Has a capital or a product's shape, and is neither an office nor a mere suffix. */
  boolean nameLike(Span span) {
    List<Token> tokens = span.tokens();
    if (officeOrSuffix(tokens)
        || tokens.stream().allMatch(t -> cue(t.form()) || words.generic().contains(t.form()))
        || tokens.stream().allMatch(t -> words.notNames().contains(t.form()))
        || none(span.text())) {
      return false;
    }
    boolean capital = span.text().codePoints().anyMatch(Character::isUpperCase);
    long letters = span.text().codePoints().filter(Character::isLetter).count();
    return capital && letters > 1 || tokens.stream().anyMatch(t -> shape(t.form()));
  }

  /** Words that are no name by list or shape. */
  boolean none(String text) {
    return words.notNames().contains(text)
        || none.stream().anyMatch(p -> p.matcher(text).matches());
  }

  /** "the Act", "the Council": a cue word alone points back, it names nothing. */
  private boolean cue(String form) {
    return NameLexicon.kindOf(words.closingCues(), form).isPresent()
        || NameLexicon.kindOf(words.openingCues(), form).isPresent();
  }

  /** "National Security Advisor" is an office, "Ltd." alone is nothing. */
  private boolean officeOrSuffix(List<Token> tokens) {
    String last = tokens.getLast().form().toLowerCase(Locale.ROOT);
    return words.titleCues().getOrDefault("Person", List.of()).contains(last)
        || tokens.stream().allMatch(t -> words.legalSuffixes().contains(t.form()));
  }

  /** "Matthew Gloss" of "Counsel Matthew Gloss". */
  Span withoutOffice(Span person) {
    int first = person.first();
    while (first < person.last() && office(person.sentence().tokens().get(first))) {
      first++;
    }
    return new Span(person.sentence(), first, person.last());
  }

  private boolean office(Token token) {
    String word = token.form().toLowerCase(Locale.ROOT);
    return Stream.of(word, word.replaceFirst("s$", ""))
        .anyMatch(
            w ->
                words.titleCues().getOrDefault("Person", List.of()).contains(w)
                    || words.rankWords().contains(w));
  }

  /** "Director of the Budget Office X" in a line of a list: an office opens it. */
  boolean officeBefore(Span person) {
    return person.first() > 1
        && person.first() < person.last()
        && person.sentence().tokens().subList(0, person.first() - 1).stream()
            .takeWhile(t -> !t.tag().matches("VB[DPZ]|MD"))
            .anyMatch(t -> office(t) && next(person.sentence(), t).matches("of|for|to"));
  }

  private static String next(Sentence s, Token t) {
    return s.tokens().get(t.index() + 1).form();
  }

  /** "retailers": a common noun for a kind of firm. */
  boolean common(Token t) {
    return t.tag().equals("NNS")
        && t.form().equals(t.form().toLowerCase(Locale.ROOT))
        && words.titleCues().getOrDefault("Company", List.of()).contains(t.lemma());
  }

  /** "M1", which tells a product only right before a noun for one. */
  boolean code(Span span) {
    return span.first() == span.last() && code(span.text());
  }

  private boolean code(String form) {
    return codes.stream().anyMatch(p -> p.matcher(form).matches()) && !none(form);
  }

  /** A word that can be part of a product's name. */
  boolean productWord(Token t) {
    boolean number = t.is("CD") && NUMBER.matcher(t.form()).matches();
    boolean lower = t.form().equals(t.form().toLowerCase(Locale.ROOT));
    boolean shaped = shape(t.form()) || code(t.form());
    return (t.is("NNP") || shaped || number)
        && (!lower || shaped)
        && !words.notNames().contains(t.form());
  }

  /** "Chipmaker X": a title with a capital because it begins the sentence. */
  boolean opening(Token token) {
    return token.index() == 0
        && words.titleCues().getOrDefault("Company", List.of()).contains(token.lemma())
        && NameLexicon.kindOf(words.nameCues(), token.form()).isEmpty();
  }

  /** A capitalised proper noun that is no everyday acronym, or a figure as in "5E Materials". */
  boolean proper(Token t) {
    return FIGURE.matcher(t.form()).matches() && t.relation().equals("compound")
        || (t.is("NNP") || t.index() > 0 && (t.is("NN") || t.is("JJ") || t.is("VB")))
            && Character.isUpperCase(t.form().codePointAt(0))
            && !words.notNames().contains(t.form())
            && !opening(t);
  }

  boolean shape(String form) {
    return shapes.stream().anyMatch(p -> p.matcher(form).matches());
  }
}
