package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3id.chokepoint.text.Block;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Finds names that no list holds: the recogniser's, product names by their shape, titled names. */
final class NewNames {
  private static final Map<String, String> KINDS =
      Map.of(
          "ORG",
          "Company",
          "PERSON",
          "Person",
          "GPE",
          "Place",
          "LOC",
          "Place",
          "FAC",
          "Facility",
          "PRODUCT",
          "Technology",
          "LAW",
          "Legislation");

  private final NameLexicon words;
  private final List<Pattern> shapes;

  NewNames(NameLexicon words) {
    this.words = words;
    this.shapes = words.productShapes().stream().map(Pattern::compile).toList();
  }

  /** A name and the class that the evidence around it speaks for. */
  record Candidate(Span span, String kind, int weight) {}

  /** The candidates of a sentence over tokens that no known name has taken. */
  List<Candidate> in(Sentence sentence, boolean[] taken) {
    List<Candidate> out = new ArrayList<>();
    List<Token> tokens = sentence.tokens();
    for (int i = 0; i < tokens.size(); i++) {
      int start = i;
      Optional<Candidate> found =
          taken[i]
              ? Optional.empty()
              : recognised(sentence, i)
                  .or(() -> product(sentence, start))
                  .or(() -> titled(sentence, start));
      if (found.isPresent() && free(found.get().span(), taken)) {
        out.add(found.get());
        i = found.get().span().last();
      }
    }
    return out;
  }

  /** Decides the class of each name over the whole article: the heaviest evidence wins. */
  static Map<String, String> kinds(List<Candidate> candidates) {
    Map<String, Map<String, Integer>> votes = new HashMap<>();
    for (Candidate c : candidates) {
      votes
          .computeIfAbsent(ReferenceData.key(c.span().text()), k -> new HashMap<>())
          .merge(c.kind(), c.weight(), Integer::sum);
    }
    Map<String, String> out = new HashMap<>();
    votes.forEach(
        (name, kinds) ->
            out.put(
                name,
                kinds.entrySet().stream()
                    .max(
                        Map.Entry.<String, Integer>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .orElseThrow()
                    .getKey()));
    return out;
  }

  private Optional<Candidate> recognised(Sentence sentence, int i) {
    Token token = sentence.tokens().get(i);
    String tag = token.entity();
    if (!tag.startsWith("B-") && !tag.startsWith("U-")) {
      return Optional.empty();
    }
    String kind = KINDS.get(tag.substring(2));
    int last = i;
    while (tag.startsWith("B-")
        && last + 1 < sentence.tokens().size()
        && sentence.tokens().get(last + 1).entity().matches("[IL]-.*")) {
      last++;
    }
    Span span = trim(new Span(sentence, i, last));
    if (kind == null || !nameLike(span) || sentence.block().kind() == Block.Kind.HEADING) {
      return Optional.empty();
    }
    return Optional.of(candidate(span, kind));
  }

  private Candidate candidate(Span span, String kind) {
    Optional<String> cue = Optional.empty();
    for (Token t : span.tokens()) {
      cue = NameLexicon.kindOf(words.nameCues(), t.form()).or(orElse(cue));
    }
    if (cue.isPresent() && !kind.equals("Person")) {
      return new Candidate(span, cue.get(), 4);
    }
    return title(span).map(k -> new Candidate(span, k, 3)).orElse(new Candidate(span, kind, 1));
  }

  /** "chipmaker X", "X, a startup", "spokesman X": the class of a common noun beside the name. */
  private Optional<String> title(Span span) {
    Sentence s = span.sentence();
    Token head = span.head();
    List<Token> beside = new ArrayList<>(s.children(head, "compound", "nmod", "appos"));
    if (head.relation().equals("appos") || head.relation().equals("compound")) {
      s.head(head).ifPresent(beside::add);
    }
    return beside.stream()
        .filter(t -> t.index() < span.first() || t.index() > span.last())
        .filter(t -> !t.is("NNP") || t.index() < span.first())
        .flatMap(t -> NameLexicon.kindOf(words.titleCues(), t.lemma()).stream())
        .findFirst();
  }

  /** Words of a product's shape, or capitalised words right before "chip", "model" and the like. */
  private Optional<Candidate> product(Sentence sentence, int i) {
    List<Token> tokens = sentence.tokens();
    int last = i;
    while (last + 1 < tokens.size() && capital(tokens.get(last + 1))) {
      last++;
    }
    if (!capital(tokens.get(i)) || sentence.block().kind() == Block.Kind.HEADING) {
      return Optional.empty();
    }
    Span span = new Span(sentence, i, last);
    Optional<String> next =
        last + 1 < tokens.size()
            ? NameLexicon.kindOf(words.heads(), tokens.get(last + 1).lemma())
            : Optional.empty();
    boolean shaped = span.tokens().stream().anyMatch(t -> shape(t.form()));
    if (!nameLike(span) || (i == 0 && !shaped)) {
      return Optional.empty();
    }
    return next.filter(k -> shaped || !k.equals("Technology"))
        .map(k -> new Candidate(span, k, 2))
        .or(
            () ->
                shaped && i > 0
                    ? Optional.of(new Candidate(span, "Technology", 1))
                    : Optional.empty());
  }

  private Optional<Candidate> titled(Sentence sentence, int i) {
    List<Token> tokens = sentence.tokens();
    if (i == 0 || !tokens.get(i).is("NNP") || !capital(tokens.get(i))) {
      return Optional.empty();
    }
    int last = i;
    while (last + 1 < tokens.size()
        && tokens.get(last + 1).is("NNP")
        && capital(tokens.get(last + 1))) {
      last++;
    }
    Span span = new Span(sentence, i, last);
    String before = tokens.get(i - 1).lemma();
    return nameLike(span)
        ? Optional.of(before)
            .filter(b -> words.titleCues().getOrDefault("Company", List.of()).contains(b))
            .map(b -> new Candidate(span, "Company", 3))
        : Optional.empty();
  }

  /** "National Security Advisor" is an office, "Ltd." alone is nothing. */
  private boolean officeOrSuffix(Span span) {
    Token last = span.tokens().getLast();
    boolean office =
        words
            .titleCues()
            .getOrDefault("Person", List.of())
            .contains(last.form().toLowerCase(Locale.ROOT));
    boolean suffixes =
        span.tokens().stream().allMatch(t -> words.legalSuffixes().contains(t.form()));
    return office || suffixes;
  }

  private boolean nameLike(Span span) {
    if (officeOrSuffix(span)) {
      return false;
    }
    boolean capital = span.text().codePoints().anyMatch(Character::isUpperCase);
    boolean allPlain = span.tokens().stream().allMatch(t -> words.notNames().contains(t.form()));
    return capital && !allPlain && span.text().codePoints().filter(Character::isLetter).count() > 1
        || span.tokens().stream().anyMatch(t -> shape(t.form())) && !allPlain;
  }

  /** Articles, possessive marks and brackets are no part of a name. */
  private static Span trim(Span span) {
    int first = span.first();
    int last = span.last();
    List<Token> tokens = span.sentence().tokens();
    while (first < last
        && (tokens.get(first).is("DT")
            || tokens.get(first).form().length() == 1
                && !Character.isLetterOrDigit(tokens.get(first).form().charAt(0)))) {
      first++;
    }
    while (last > first
        && (tokens.get(last).tag().equals("POS")
            || !tokens.get(last).form().codePoints().anyMatch(Character::isLetterOrDigit))) {
      last--;
    }
    return new Span(span.sentence(), first, last);
  }

  private boolean shape(String form) {
    return shapes.stream().anyMatch(p -> p.matcher(form).matches());
  }

  private boolean capital(Token t) {
    return (t.is("NNP") || shape(t.form()) || t.is("CD") && t.form().matches("\\d{2,4}[A-Z]?"))
        && !t.form().equals(t.form().toLowerCase(Locale.ROOT)) | shape(t.form())
        && !words.notNames().contains(t.form());
  }

  private static boolean free(Span span, boolean[] taken) {
    for (int i = span.first(); i <= span.last(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }

  private static java.util.function.Supplier<Optional<String>> orElse(Optional<String> earlier) {
    return () -> earlier;
  }
}
