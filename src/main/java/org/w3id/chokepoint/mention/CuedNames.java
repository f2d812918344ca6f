package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.w3id.chokepoint.article.Block;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Names that the words around or inside them give away, whatever the recogniser says. */
final class CuedNames {
  private static final Pattern ACRONYM = Pattern.compile("[A-Z]{2,4}|\\d[A-Z]");
  static final Pattern NUMBER = Pattern.compile("(?!(19|20)\\d\\d)\\d{1,4}");
  private static final Set<String> OPENED = Set.of("of", "for", "on", "to", "against");
  private static final Set<String> JOINING = Set.of("of", "for", "and", "on", "the", "&");

  private final NameLexicon words;
  private final NameTests tests;
  private final ProductNames products;

  CuedNames(NameLexicon words, NameTests tests) {
    this.words = words;
    this.tests = tests;
    this.products = new ProductNames(words, tests);
  }

  /** The candidate that starts at a token. */
  Optional<Candidate> at(Sentence s, int i) {
    return s.block().kind() == Block.Kind.HEADING
        ? person(s, i).filter(c -> i > 1 && s.tokens().get(i - 2).form().equals(","))
        : products
            .model(s, i)
            .or(() -> closed(s, i))
            .or(() -> tailed(s, i))
            .or(() -> field(s, i))
            .or(() -> products.named(s, i))
            .or(() -> titled(s, i))
            .or(() -> apposed(s, i))
            .or(() -> possessed(s, i))
            .or(() -> person(s, i));
  }

  /** "Director Shalanda Young": two or three capitals right after the title of a person. */
  private Optional<Candidate> person(Sentence s, int i) {
    int last = run(s, i, t -> t.is("NNP") && tests.proper(t) && !t.entity().endsWith("-ORG"));
    List<String> titles = words.titleCues().getOrDefault("Person", List.of());
    boolean titled =
        i > 0
            && s.tokens().get(i - 1).is("NNP")
            && titles.contains(s.tokens().get(i - 1).lemma())
            && !words.rankWords().contains(s.tokens().get(i - 1).lemma());
    return titled
            && (last == i + 1 || last == i + 2)
            && s.tokens().subList(i, last + 1).stream().noneMatch(t -> cue(t, titles))
        ? Optional.of(new Candidate(new Span(s, i, last), "Person", 2))
        : Optional.empty();
  }

  private boolean cue(Token t, List<String> titles) {
    return titles.contains(t.lemma())
        || words.rankWords().contains(t.lemma())
        || NameLexicon.kindOf(words.nameCues(), t.form()).isPresent();
  }

  /** "Advanced Computing Act", "Bureau of Rare Metals": capitals closed or opened by a cue word. */
  private Optional<Candidate> closed(Sentence s, int i) {
    if (!tests.proper(s.tokens().get(i))) {
      return Optional.empty();
    }
    int last = run(s, i, tests::proper);
    int joined = last;
    for (int j = last + 1; j < s.tokens().size() && joins(s, j); j++) {
      joined = tests.proper(s.tokens().get(j)) ? j : joined;
    }
    int and = last;
    while (and + 2 < s.tokens().size()
        && s.tokens().get(and + 1).form().equals("&")
        && tests.proper(s.tokens().get(and + 2))) {
      and = run(s, and + 2, tests::proper);
    }
    for (int end = joined; end > i; end--) {
      boolean firm = end <= and;
      Optional<String> kind =
          NameLexicon.kindOf(words.closingCues(), s.tokens().get(end).form())
              .filter(k -> firm || !k.equals("Company"));
      if (kind.isPresent()) {
        Span span = new Span(s, i, Math.max(numbered(s, end), opened(s, end)));
        return Optional.of(new Candidate(span, kind.get(), 4));
      }
    }
    return NameLexicon.kindOf(words.openingCues(), s.tokens().get(last).form())
        .map(kind -> new Candidate(new Span(s, i, opened(s, last)), kind, 4))
        .filter(c -> c.span().last() > last);
  }

  /** The words whose cue counts: those up to "of" in "Ministry of Rare Metals", else all. */
  List<Token> before(Span span) {
    List<Token> tokens = span.tokens();
    boolean opened =
        tokens.size() > 2
            && OPENED.contains(tokens.get(1).form())
            && NameLexicon.kindOf(words.openingCues(), tokens.getFirst().form()).isPresent();
    return opened ? tokens.subList(0, 1) : tokens;
  }

  /** The last word of a firm's name that starts at a token, or less than it. */
  int firm(Sentence s, int i) {
    int last = run(s, i, t -> t.is("NNP") && tests.proper(t));
    // "Nomura Instinet analyst Jeffrey Kvaal"
    boolean office =
        last == i + 1
            && last + 2 < s.tokens().size()
            && s.tokens().get(last + 1).tag().equals("NN")
            && words
                .titleCues()
                .getOrDefault("Person", List.of())
                .contains(s.tokens().get(last + 1).form())
            && s.tokens().get(last + 2).entity().matches("[BU]-PERSON")
            && !cue(s.tokens().get(last), List.of());
    if (office) {
      return last;
    }
    while (last > i
        && !words.firmTails().contains(s.tokens().get(last).form())
        && !(suffix(s, last) && others(s, i + 1, last))) {
      last--;
    }
    return last > i ? last : -1;
  }

  /** "Co." in "Rosen Machinery Co.". */
  private boolean suffix(Sentence s, int i) {
    return words.legalSuffixes().contains(s.tokens().get(i).form());
  }

  /** "Machinery" tells another firm, "Technology" or "Group" does not. */
  private boolean others(Sentence s, int from, int to) {
    return s.tokens().subList(from, to).stream()
        .map(Token::form)
        .anyMatch(w -> !words.legalSuffixes().contains(w) && !words.firmWords().contains(w));
  }

  /** "Executive Order 14110": a number right after belongs to the name. */
  private static int numbered(Sentence s, int last) {
    boolean number =
        last + 1 < s.tokens().size() && s.tokens().get(last + 1).form().matches("\\d{2,5}");
    return number ? last + 1 : last;
  }

  private boolean joins(Sentence s, int j) {
    return tests.proper(s.tokens().get(j)) || JOINING.contains(s.tokens().get(j).form());
  }

  /** The end of "Ministry of Industry", "Memorandum on Rare Metals"; the cue where none follows. */
  private int opened(Sentence s, int cue) {
    Optional<String> kind = NameLexicon.kindOf(words.openingCues(), s.tokens().get(cue).form());
    boolean policy = kind.filter(k -> k.equals("Policy")).isPresent();
    int of = cue + 1;
    if (kind.isEmpty()
        || of >= s.tokens().size()
        || !(policy ? OPENED : Set.of("of", "for")).contains(s.tokens().get(of).form())) {
      return cue;
    }
    int last = of;
    int next = after(s, of);
    while (next < s.tokens().size() && tests.proper(s.tokens().get(next))) {
      last = next;
      next = last + 1;
      if (next < s.tokens().size() && joined(s, next, policy)) {
        next = after(s, next);
      }
    }
    return last == of ? cue : last;
  }

  /** The word after a joining one and its article. */
  private static int after(Sentence s, int i) {
    boolean article = i + 1 < s.tokens().size() && s.tokens().get(i + 1).form().equals("the");
    return article ? i + 2 : i + 1;
  }

  /** "and" in "Ministry of Trade and Industry": the recogniser sees one name. */
  private static boolean joined(Sentence s, int i, boolean policy) {
    Token t = s.tokens().get(i);
    boolean and = JOINING.contains(t.form());
    boolean comma = t.form().equals(",");
    return (and || comma) && t.entity().startsWith("I-")
        || policy && t.entity().equals("O") && (and || comma && listed(s, i));
  }

  /** The comma in "Order on Safe, Secure, and Open Metals": an "and" ends the list of capitals. */
  private static boolean listed(Sentence s, int comma) {
    List<Token> after = s.tokens().subList(comma, Math.min(comma + 5, s.tokens().size()));
    return after.stream()
            .takeWhile(t -> !t.form().equals("and"))
            .allMatch(t -> t.form().equals(",") || Character.isUpperCase(t.form().codePointAt(0)))
        && after.stream().anyMatch(t -> t.form().equals("and"));
  }

  /** "the Ford administration", "the Peruvian embassy": a name and a common noun. */
  private Optional<Candidate> tailed(Sentence s, int i) {
    int last = run(s, i, tests::proper);
    if (last < i || last + 1 >= s.tokens().size()) {
      return Optional.empty();
    }
    return NameLexicon.kindOf(words.tails(), s.tokens().get(last + 1).lemma())
        .map(kind -> new Candidate(new Span(s, i, last + 1), kind, 4));
  }

  /** "AI chips", "6G networks": an acronym before a common noun, or a known one by itself. */
  private Optional<Candidate> field(Sentence s, int i) {
    Token t = s.tokens().get(i);
    boolean acronym = ACRONYM.matcher(t.form()).matches() && !tests.none(t.form());
    return words.fields().contains(t.form()) || acronym && !recognised(t) && before(s, t)
        ? Optional.of(new Candidate(new Span(s, i, i), "TechnologyCategory", 4))
        : Optional.empty();
  }

  private static boolean before(Sentence s, Token t) {
    return t.relation().equals("compound")
        && s.head(t).filter(h -> h.is("NN") && !h.is("NNP")).isPresent();
  }

  private static boolean recognised(Token t) {
    return t.entity().matches("..(ORG|GPE|PERSON)");
  }

  /** "chipmaker X", "a tool called X 2": capitals right after the common noun for such a thing. */
  private Optional<Candidate> titled(Sentence s, int i) {
    int last = run(s, i, tests::proper);
    if (i == 0 || last < i || !tests.nameLike(new Span(s, i, last))) {
      return Optional.empty();
    }
    boolean named = i > 1 && words.naming().contains(s.tokens().get(i - 1).lemma());
    Token noun = s.tokens().get(named ? i - 2 : i - 1);
    Optional<String> kind =
        NameLexicon.kindOf(words.titleCues(), noun.lemma())
            .filter(k -> k.equals("Company") || named && !k.equals("Person"))
            .or(() -> named ? NameLexicon.kindOf(words.heads(), noun.lemma()) : Optional.empty());
    boolean number =
        !kind.equals(Optional.of("Company"))
            && last + 1 < s.tokens().size()
            && NUMBER.matcher(s.tokens().get(last + 1).form()).matches();
    return kind.filter(k -> noun.is("NN"))
        .map(k -> new Candidate(new Span(s, i, number ? last + 1 : last), k, 3));
  }

  /** "Rosen, a Lima-based drug company,": a name and, set off from it, what sort of thing it is. */
  private Optional<Candidate> apposed(Sentence s, int i) {
    int last = run(s, i, tests::proper);
    if (last < i
        || last + 2 >= s.tokens().size()
        || !s.tokens().get(last + 1).form().equals(",")
        || !s.tokens().get(last + 2).form().matches("an?")
        || !tests.nameLike(new Span(s, i, last))) {
      return Optional.empty();
    }
    Span span = new Span(s, i, last);
    return s.children(span.head(), "appos").stream()
        .filter(t -> t.index() > last && t.tag().equals("NN"))
        .flatMap(t -> NameLexicon.kindOf(words.titleCues(), t.lemma()).stream())
        .filter(k -> !k.equals("Person"))
        .findFirst()
        .map(k -> new Candidate(span, k, 3));
  }

  /**
   * "a stake in Finland's X": what the recogniser knows nothing of, and a nation has, is a firm.
   */
  private Optional<Candidate> possessed(Sentence s, int i) {
    int last = run(s, i, t -> tests.proper(t) && !recognised(t));
    boolean owned =
        i > 1
            && s.tokens().get(i - 1).tag().equals("POS")
            && s.tokens().get(i - 2).entity().endsWith("-GPE");
    boolean whole =
        last >= i
            && (last + 1 >= s.tokens().size()
                || !s.tokens().get(last + 1).is("NN") && !recognised(s.tokens().get(last + 1)));
    return owned && whole && tests.nameLike(new Span(s, i, last))
        ? Optional.of(new Candidate(new Span(s, i, last), "Company", 1))
        : Optional.empty();
  }

  /** The last token of the run of tokens that fit, before {@code i} where the first does not. */
  static int run(Sentence s, int i, Predicate<Token> fits) {
    int last = i - 1;
    while (last + 1 < s.tokens().size() && fits.test(s.tokens().get(last + 1))) {
      last++;
    }
    return last;
  }
}
