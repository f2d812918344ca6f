package org.w3id.chokepoint.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.article.Block;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Finds names that no list holds: those that cue words give away, then the recogniser's. */
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
          "Legislation",
          "NORP",
          "Place");

  private static final Set<String> PAIRED = Set.of("B-ORG", "B-PERSON");

  private final NameLexicon words;
  private final NameTests tests;
  private final CuedNames cued;

  NewNames(NameLexicon words) {
    this.words = words;
    this.tests = new NameTests(words);
    this.cued = new CuedNames(words, tests);
  }

  /** The candidates of a sentence over tokens that no known name has taken. */
  List<Candidate> in(Sentence sentence, boolean[] taken) {
    List<Candidate> out = new ArrayList<>();
    for (int i = 0; i < sentence.tokens().size(); i++) {
      int start = i;
      // the recogniser takes an article for the first word of a name
      int name = sentence.tokens().get(i).is("DT") && i + 1 < taken.length ? i + 1 : i;
      Optional<Candidate> found =
          taken[i]
              ? Optional.empty()
              : cued.at(sentence, name)
                  .filter(c -> c.weight() > 3)
                  .flatMap(c -> free(c, taken))
                  .or(() -> recognised(sentence, start))
                  .filter(c -> free(c.span(), taken))
                  .or(() -> cued.at(sentence, start));
      if (found.isPresent() && free(found.get().span(), taken)) {
        found.filter(c -> !c.kind().equals("Nothing")).ifPresent(out::add);
        i = found.get().span().last();
      }
    }
    return out;
  }

  /** "Citi Research": the name of a firm opens the longer name of another. */
  boolean firm(Span span) {
    return cued.firm(span.sentence(), span.first()) > span.last();
  }

  /** "M1": what tells a product only beside a noun for one. */
  boolean code(Span span) {
    return tests.code(span);
  }

  /** "Peru" in "Peru & Chile Copper Group": a name that goes on behind "&" and ends as firms do. */
  boolean joined(Span span) {
    int next = span.last() + 1;
    List<Token> tokens = span.sentence().tokens();
    return next < tokens.size()
        && tokens.get(next).form().equals("&")
        && cued.at(span.sentence(), span.first())
            .filter(c -> c.kind().equals("Company") && c.span().last() > next)
            .isPresent();
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
    votes.forEach((name, kinds) -> out.put(name, heaviest(kinds)));
    return out;
  }

  private static String heaviest(Map<String, Integer> kinds) {
    return kinds.entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  private Optional<Candidate> recognised(Sentence sentence, int i) {
    String tag = sentence.tokens().get(i).entity();
    boolean first = pair(sentence, i);
    boolean second = pair(sentence, i - 2);
    if (!tag.startsWith("B-") && !tag.startsWith("U-") && !second) {
      return Optional.empty();
    }
    int last = i;
    while (tag.startsWith("B-")
        && !first
        && last + 1 < sentence.tokens().size()
        && sentence.tokens().get(last + 1).entity().matches("[IL]-.*")
        && !sentence.tokens().get(last + 1).form().matches("[\u2013\u2014]|--+")) {
      last++;
    }
    if (tag.equals("B-ORG") && personOf(sentence, i, last)) {
      return Optional.of(candidate(new Span(sentence, i, i + 1), "Person"));
    }
    Span whole = trim(new Span(sentence, i, last));
    Span span = tag.endsWith("PERSON") ? tests.withoutOffice(whole) : whole;
    boolean numbered = span.text().chars().anyMatch(Character::isDigit);
    boolean product = numbered && (tag.matches("..(PERSON|GPE)") || owned(span));
    String kind = KINDS.get(product ? "PRODUCT" : tag.substring(2));
    boolean told =
        sentence.block().kind() != Block.Kind.HEADING
            || kind != null && kind.equals("Person") && tests.officeBefore(span);
    return kind == null || !tests.nameLike(span) || !told
        ? Optional.empty()
        : Optional.of(candidate(span, kind));
  }

  /**
   * "Rosa Miller of Cedar Research": a person and a firm that the recogniser takes for one firm.
   */
  private boolean personOf(Sentence sentence, int first, int last) {
    List<Token> tokens = sentence.tokens();
    return last > first + 2
        && tokens.get(first + 2).form().equals("of")
        && NameLexicon.kindOf(words.closingCues(), tokens.get(last).form())
            .filter(k -> k.equals("Company"))
            .isPresent()
        && tokens.subList(first, first + 2).stream()
            .allMatch(t -> t.form().matches("\\p{Lu}\\p{Ll}+") && !cue(t));
  }

  /** "Intel's new 7700K": what somebody has and has the shape of a product's name is no firm. */
  private boolean owned(Span span) {
    List<Token> tokens = span.sentence().tokens();
    int before = span.first() - 1;
    while (before >= 0 && tokens.get(before).is("JJ")) {
      before--;
    }
    return before >= 0
        && span.first() == span.last()
        && tests.shape(tokens.get(span.first()).form())
        && tokens.get(before).tag().matches("POS|PRP[$]");
  }

  private boolean cue(Token t) {
    return NameLexicon.kindOf(words.nameCues(), t.form())
        .or(() -> NameLexicon.kindOf(words.openingCues(), t.form()))
        .isPresent();
  }

  /** "backed by Benchmark and Altimeter": two names of one word each, not one with "and" in it. */
  private static boolean pair(Sentence sentence, int i) {
    List<Token> tokens = sentence.tokens();
    return i >= 0
        && i + 2 < tokens.size()
        && PAIRED.contains(tokens.get(i).entity())
        && tokens.get(i + 1).form().equals("and")
        && tokens.get(i + 2).entity().startsWith("L-");
  }

  private Candidate candidate(Span span, String kind) {
    Optional<String> closed =
        NameLexicon.kindOf(words.closingCues(), span.tokens().getLast().form())
            .filter(k -> k.equals("Nothing"));
    if (closed.isPresent()) {
      return new Candidate(span, closed.get(), 4);
    }
    Optional<String> cue = Optional.empty();
    for (Token t : cued.before(span)) {
      Optional<String> earlier = cue;
      cue = NameLexicon.kindOf(words.nameCues(), t.form()).or(() -> earlier);
    }
    boolean firm =
        NameLexicon.kindOf(words.nameCues(), span.tokens().getLast().form())
            .filter(k -> k.equals("Company"))
            .isPresent();
    return cue.isPresent() && (firm || !kind.equals("Person"))
        ? new Candidate(span, cue.get(), 4)
        : title(span).map(k -> new Candidate(span, k, 3)).orElse(new Candidate(span, kind, 1));
  }

  /** "chipmaker X", "X, a startup", "spokesman X": the class of a common noun beside the name. */
  private Optional<String> title(Span span) {
    Sentence s = span.sentence();
    boolean cued =
        s.tokens().stream()
            .filter(t -> t.index() < span.first() || t.index() > span.last() && !t.is("NNP"))
            .anyMatch(t -> NameLexicon.has(words.titleCues(), t.lemma()));
    if (!cued) {
      return Optional.empty(); // seen without the tree
    }
    Token head = span.head();
    List<String> persons = words.titleCues().getOrDefault("Person", List.of());
    List<Token> beside = new ArrayList<>(s.children(head, "compound", "nmod", "appos"));
    boolean before = head.relation().equals("compound");
    if (head.relation().equals("appos") || before) {
      s.head(head)
          .map(t -> office(s, t).orElse(t))
          // "Nomura Instinet analyst X": a name before an office is no person's
          .filter(t -> !before || t.is("NNP") || !persons.contains(t.lemma()))
          .ifPresent(beside::add);
    }
    s.head(head)
        .filter(verb -> words.naming().contains(verb.lemma()))
        .flatMap(s::head)
        .filter(noun -> noun.is("NN"))
        .ifPresent(beside::add);
    return beside.stream()
        .filter(t -> t.index() < span.first() || t.index() > span.last())
        .filter(t -> !t.is("NNP") || t.index() < span.first())
        .flatMap(t -> NameLexicon.kindOf(words.titleCues(), t.lemma()).stream())
        .findFirst();
  }

  /** "the head of X's unit, Smith": the office before "of", for a name set off from the unit. */
  private Optional<Token> office(Sentence s, Token noun) {
    boolean setOff =
        noun.index() + 1 < s.tokens().size() && s.tokens().get(noun.index() + 1).form().equals(",");
    return s.head(noun)
        .filter(p -> setOff && p.lemma().equals("of"))
        .flatMap(s::head)
        .filter(t -> words.titleCues().getOrDefault("Person", List.of()).contains(t.lemma()));
  }

  /** Articles, possessive marks and brackets are no part of a name. */
  private Span trim(Span span) {
    List<Token> tokens = span.sentence().tokens();
    int first = span.first();
    int last = span.last();
    while (first < last && (tokens.get(first).is("DT") || !lettered(tokens.get(first)))) {
      first++;
    }
    // "retailers X": a common noun before the name
    while (first < last && tests.common(tokens.get(first))) {
      first++;
    }
    // "Rival X's shares": a title that has a capital only as it begins the sentence
    if (first == 0 && first < last && tests.opening(tokens.getFirst())) {
      first++;
    }
    while (last > first && (tokens.get(last).tag().equals("POS") || !lettered(tokens.get(last)))) {
      last--;
    }
    return new Span(span.sentence(), first, last);
  }

  private static boolean lettered(Token token) {
    return token.form().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** A name of several parts ends before one that is known by itself. */
  private Optional<Candidate> free(Candidate c, boolean[] taken) {
    int last = c.span().first() - 1;
    for (int i = c.span().first(); i <= c.span().last() && !taken[i]; i++) {
      last = tests.proper(c.span().sentence().tokens().get(i)) ? i : last;
    }
    if (free(c.span(), taken)) {
      return Optional.of(c);
    }
    Span shorter = c.span().to(Math.max(last, c.span().first()));
    return last > c.span().first()
        ? NameLexicon.kindOf(words.closingCues(), shorter.tokens().getLast().form())
            .filter(c.kind()::equals)
            .map(kind -> new Candidate(shorter, kind, c.weight()))
        : Optional.empty();
  }

  private static boolean free(Span span, boolean[] taken) {
    for (int i = span.first(); i <= span.last(); i++) {
      if (taken[i]) {
        return false;
      }
    }
    return true;
  }
}
