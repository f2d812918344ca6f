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
  private static final Pattern NUMBER = Pattern.compile("(?!(19|20)\\d\\d)\\d{1,4}");
  private static final Pattern NUMBERED = Pattern.compile("[A-Z][A-Za-z]*\\d+[A-Z]*");
  private static final Set<String> OF = Set.of("of", "for");
  private static final Set<String> JOINING = Set.of("of", "for", "and", "on", "the", "&");

  private final NameLexicon words;
  private final NameTests tests;

  CuedNames(NameLexicon words, NameTests tests) {
    this.words = words;
    this.tests = tests;
  }

  /** The candidate that starts at a token. */
  Optional<Candidate> at(Sentence s, int i) {
    return s.block().kind() == Block.Kind.HEADING
        ? person(s, i).filter(c -> i > 1 && s.tokens().get(i - 2).form().equals(","))
        : model(s, i)
            .or(() -> closed(s, i))
            .or(() -> tailed(s, i))
            .or(() -> field(s, i))
            .or(() -> product(s, i))
            .or(() -> titled(s, i))
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

  /** "Samsung's Galaxy Z Fold 3", "Dell's XPS 13": a number ends what a firm calls its product. */
  private Optional<Candidate> model(Sentence s, int i) {
    boolean owned =
        i > 1
            && s.tokens().get(i - 1).tag().equals("POS")
            && s.tokens().get(i - 2).entity().endsWith("-ORG");
    int last = owned ? run(s, i, tests::proper) : i - 1;
    if (last < i || words.numbered().contains(s.tokens().get(i).lemma())) {
      return Optional.empty();
    }
    boolean numbered =
        last + 1 < s.tokens().size() && NUMBER.matcher(s.tokens().get(last + 1).form()).matches();
    boolean within = NUMBERED.matcher(s.tokens().get(last).form()).matches();
    return numbered || within
        ? Optional.of(new Candidate(new Span(s, i, numbered ? last + 1 : last), "Technology", 5))
        : Optional.empty();
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
    for (int end = joined; end > i; end--) {
      boolean firm = end <= last;
      Optional<String> kind =
          NameLexicon.kindOf(words.closingCues(), s.tokens().get(end).form())
              .filter(k -> firm || !k.equals("Company"));
      if (kind.isPresent()) {
        return Optional.of(new Candidate(new Span(s, i, numbered(s, end)), kind.get(), 4));
      }
    }
    Optional<String> opened = NameLexicon.kindOf(words.openingCues(), s.tokens().get(i).form());
    return joined > i + 1 && OF.contains(s.tokens().get(i + 1).form())
        ? opened.map(kind -> new Candidate(new Span(s, i, end(s, i)), kind, 4))
        : Optional.empty();
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
    while (last > i && !words.firmTails().contains(s.tokens().get(last).form())) {
      last--;
    }
    return last > i ? last : -1;
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

  /** The end of "Ministry of Industry": the proper nouns after "of", no further. */
  private int end(Sentence s, int i) {
    int last = i + 2;
    while (last + 1 < s.tokens().size() && tests.proper(s.tokens().get(last + 1))) {
      last++;
    }
    return Math.min(last, s.tokens().size() - 1);
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
    boolean acronym = ACRONYM.matcher(t.form()).matches() && !words.notNames().contains(t.form());
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

  /** Words of a product's shape, or capitals right before "chip", "model" and the like. */
  private Optional<Candidate> product(Sentence s, int i) {
    int last = run(s, i, tests::productWord);
    if (last < i) {
      return Optional.empty();
    }
    Span span = new Span(s, i, last);
    boolean shaped = span.tokens().stream().anyMatch(t -> tests.shape(t.form()));
    if (!tests.nameLike(span) || i == 0 && !shaped) {
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

  /** "chipmaker X", "a startup called X": capitals right after the common noun for a firm. */
  private Optional<Candidate> titled(Sentence s, int i) {
    int last = run(s, i, tests::proper);
    int before = i > 1 && words.naming().contains(s.tokens().get(i - 1).lemma()) ? i - 2 : i - 1;
    boolean cue =
        i > 0
            && words
                .titleCues()
                .getOrDefault("Company", List.of())
                .contains(s.tokens().get(before).lemma());
    return cue && last >= i && tests.nameLike(new Span(s, i, last))
        ? Optional.of(new Candidate(new Span(s, i, last), "Company", 3))
        : Optional.empty();
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
  private static int run(Sentence s, int i, Predicate<Token> fits) {
    int last = i - 1;
    while (last + 1 < s.tokens().size() && fits.test(s.tokens().get(last + 1))) {
      last++;
    }
    return last;
  }
}
