package org.w3id.chokepoint.mention;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.article.Block;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/**
 * Matches the names of the reference data: the longest first, with the case they are written in.
 */
final class KnownNames {
  private static final Set<String> PLURAL = Set.of("NNS", "NNPS");

  private final ReferenceData reference;
  private final NameLexicon words;
  private final LongerNames longer;

  KnownNames(ReferenceData reference, NameLexicon words) {
    this.reference = reference;
    this.words = words;
    this.longer = new LongerNames(reference);
  }

  /** A known name and where it stands. */
  record Match(Span span, ReferenceData.Name name) {}

  /** The longest known name that starts at a token; {@code spoken} are entities named in full. */
  Optional<Match> at(Sentence sentence, int first, Set<Entity> spoken) {
    Token opening = sentence.tokens().get(first);
    int reach = lettered(opening) ? reach(opening.form()) : 0;
    if (reach == 0) {
      return Optional.empty();
    }
    for (int i = last(sentence, first, reach); i >= first; i--) {
      Span span = new Span(sentence, first, i);
      if (!lettered(sentence.tokens().get(i))) {
        continue;
      }
      for (ReferenceData.Name name : ordered(span)) {
        if (!described(span, name)
            && !longer.holds(span, name)
            && (fits(span) || LoneNames.firm(span, name))
            && (!name.shortForm()
                || spoken.contains(name.entity()) && apart(span)
                || beforeOffice(span) && !foreign(span, name)
                || LoneNames.recognised(span, name)
                || LoneNames.bare(span, name))) {
          return Optional.of(new Match(withSuffix(withoutTitle(span, name)), name));
        }
      }
    }
    return Optional.empty();
  }

  /** "Energy" in "Clean Energy Fund" is no department, whatever the article has named before. */
  private static boolean apart(Span span) {
    List<Token> tokens = span.sentence().tokens();
    boolean before = span.first() > 0 && tokens.get(span.first() - 1).is("NNP");
    boolean after = span.last() + 1 < tokens.size() && tokens.get(span.last() + 1).is("NNP");
    return span.first() != span.last() || !before && !after;
  }

  /**
   * Groups but for "Big Tech", and names that end in a common noun ("Nvidia chips"), are
   * descriptions around a name.
   */
  private boolean described(Span span, ReferenceData.Name name) {
    Token last = span.tokens().getLast();
    boolean noun =
        last.form().equals(last.form().toLowerCase(Locale.ROOT))
            && NameLexicon.kindOf(words.heads(), last.lemma()).isPresent();
    boolean group =
        name.entity().kind().equals("ActorGroup")
            && !span.tokens().stream()
                .allMatch(t -> t.is("NNP") && Character.isUpperCase(t.form().codePointAt(0)));
    return group || noun && name.form() == Mention.Form.NAME && !field(span, name);
  }

  /**
   * A field by its term is named, goods by common nouns are described: "quantum computing",
   * "semiconductors", but "smartphones".
   */
  boolean field(Span span, ReferenceData.Name name) {
    String label = name.entity().label();
    String last = span.tokens().getLast().lemma();
    boolean goods = label.endsWith("s") && !label.endsWith("ics");
    boolean noun = NameLexicon.kindOf(words.heads(), last).isPresent();
    return !name.shortForm()
        && (goods
            ? words.pluralFields().contains(label) && span.text().equalsIgnoreCase(label)
            : !noun && !words.transparent().contains(last));
  }

  /** The most letters of a name that begins so; one of one word may be in the other number. */
  private int reach(String form) {
    int reach = Math.max(reference.reach(form), reference.reach(form + "s"));
    return form.endsWith("s")
        ? Math.max(reach, reference.reach(form.substring(0, form.length() - 1)))
        : reach;
  }

  /** The last token of the longest span that may be a name, with a letter more for a plural. */
  private static int last(Sentence sentence, int first, int reach) {
    int last = first - 1;
    for (int letters = 0; last + 1 < sentence.tokens().size(); last++) {
      letters += ReferenceData.letters(sentence.tokens().get(last + 1).form());
      if (letters > reach + 1) {
        break;
      }
    }
    return last;
  }

  /** "Commerce" before "Secretary", or after "Secretary of", is the department. */
  boolean beforeOffice(Span span) {
    List<Token> tokens = span.sentence().tokens();
    List<String> titles = words.titleCues().getOrDefault("Person", List.of());
    int of = span.first() - (span.first() > 0 && tokens.get(span.first() - 1).is("DT") ? 2 : 1);
    boolean after =
        of > 0 && tokens.get(of).form().equals("of") && titles.contains(tokens.get(of - 1).lemma());
    return after
        || joint(tokens, span.first())
        || span.last() + 1 < tokens.size() && titled(tokens, span, titles);
  }

  /** "the Departments of Commerce, Labor, and State": a short name in the list behind it. */
  private boolean joint(List<Token> tokens, int first) {
    int i = first - 1;
    while (i > 0
        && !tokens.get(i).form().equals("of")
        && (tokens.get(i).is("NNP") || tokens.get(i).form().matches(",|and|&|the"))) {
      i--;
    }
    return i > 0
        && tokens.get(i).form().equals("of")
        && words.jointBodies().contains(tokens.get(i - 1).form());
  }

  /** "Chinese Commerce Minister" is none of another nation's department. */
  private boolean foreign(Span span, ReferenceData.Name name) {
    if (span.first() == 0) {
      return false;
    }
    String before = span.sentence().tokens().get(span.first() - 1).form();
    List<Entity> homes =
        reference.within(name.entity(), "unitOf").stream()
            .flatMap(e -> reference.objects(e, "governs").stream())
            .toList();
    return reference.named(before).stream()
        .anyMatch(n -> n.form() == Mention.Form.DEMONYM && !homes.contains(n.entity()));
  }

  private static boolean titled(List<Token> tokens, Span span, List<String> titles) {
    return tokens.get(span.last() + 1).is("NN")
        && titles.contains(tokens.get(span.last() + 1).lemma());
  }

  /** "Beijing" is the government, but after "in" and the like the place. */
  private List<ReferenceData.Name> ordered(Span span) {
    List<ReferenceData.Name> names = named(span);
    boolean seat = names.stream().anyMatch(n -> n.form() == Mention.Form.METONYM);
    if (!seat) {
      return names;
    }
    Token head = span.head();
    boolean place =
        span.sentence()
                .head(head)
                .filter(p -> words.placePrepositions().contains(p.lemma()))
                .isPresent()
            && head.relation().equals("pobj");
    return names.stream()
        .sorted(java.util.Comparator.comparing(n -> (n.form() == Mention.Form.METONYM) == place))
        .toList();
  }

  /** As written, with its last word in the other number, or as a heading in capitals. */
  private List<ReferenceData.Name> named(Span span) {
    String text = span.text();
    List<ReferenceData.Name> exact = reference.named(text);
    if (!exact.isEmpty()) {
      return exact;
    }
    List<ReferenceData.Name> common = lowered(span, text);
    if (!common.isEmpty()) {
      return common;
    }
    List<ReferenceData.Name> titled = titled(span, text);
    if (!titled.isEmpty()) {
      return titled;
    }
    Token last = span.tokens().getLast();
    if (!text.endsWith(last.form())) {
      return List.of();
    }
    String stem = text.substring(0, text.length() - last.form().length());
    if (PLURAL.contains(last.tag()) && last.form().endsWith("s")) {
      return lowered(span, stem + last.form().substring(0, last.form().length() - 1));
    }
    return last.is("NN") ? lowered(span, stem + last.form() + "s") : List.of();
  }

  /** "Artificial Intelligence": a kind of technology in capitals, in no longer name. */
  private List<ReferenceData.Name> titled(Span span, String text) {
    boolean capitals =
        span.first() < span.last()
            && span.tokens().stream().allMatch(t -> Character.isUpperCase(t.form().codePointAt(0)));
    return capitals && !inside(span)
        ? reference.named(text.toLowerCase(Locale.ROOT)).stream()
            .filter(n -> n.entity().kind().matches("TechnologyCategory|Material"))
            .toList()
        : List.of();
  }

  private static boolean inside(Span span) {
    List<Token> tokens = span.sentence().tokens();
    int first = span.first() - 1;
    boolean joined = first > 0 && tokens.get(first).form().matches("of|for|on|and|&|in|,");
    return first >= 0 && tokens.get(first).is("NNP")
        || joined && tokens.get(first - 1).is("NNP")
        || span.last() + 1 < tokens.size() && tokens.get(span.last() + 1).tag().startsWith("NNP");
  }

  /** A common noun at the start of a sentence or in a heading keeps its meaning with a capital. */
  private List<ReferenceData.Name> lowered(Span span, String text) {
    List<ReferenceData.Name> exact = reference.named(text);
    boolean start = span.first() == 0 || span.sentence().block().kind() == Block.Kind.HEADING;
    boolean small = Character.isLowerCase(text.codePointAt(0));
    if (!exact.isEmpty() || !start || small) {
      return small || start ? exact : List.of();
    }
    return reference.named(text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1));
  }

  private static boolean lettered(Token token) {
    return token.form().codePoints().anyMatch(Character::isLetterOrDigit);
  }

  private static boolean fits(Span span) {
    Token last = span.tokens().getLast();
    boolean site = last.tag().equals("ADD"); // "Amazon.com"
    boolean noun = site || last.tag().matches("NN.*|JJ.*|CD") || !last.entity().equals("O");
    boolean named = span.tokens().stream().anyMatch(t -> t.is("NNP") || !t.entity().equals("O"));
    boolean capital = span.text().codePoints().anyMatch(Character::isUpperCase);
    if (span.first() == span.last() && last.is("VB") && last.entity().equals("O")) {
      return false;
    }
    return noun
        && (named
            || site
            || !capital
            || span.last() > span.first()
            || last.tag().matches("JJ.*|NN.*"));
  }

  /** Article and title stay outside: "Trump" in "President Trump". */
  private Span withoutTitle(Span span, ReferenceData.Name name) {
    int first = span.first();
    boolean person = name.entity().kind().equals("Person");
    List<String> titles = words.titleCues().getOrDefault("Person", List.of());
    while (first < span.last()) {
      Token token = span.sentence().tokens().get(first);
      boolean article =
          token.is("DT") && !named(new Span(span.sentence(), first + 1, span.last())).isEmpty();
      if (!article && !(person && titles.contains(token.form().toLowerCase(Locale.ROOT)))) {
        break;
      }
      first++;
    }
    return new Span(span.sentence(), first, span.last());
  }

  /** "Intel Corp.", "Adobe Systems Inc." where the reference data says "Intel", "Adobe". */
  private Span withSuffix(Span span) {
    List<Token> tokens = span.sentence().tokens();
    int last = span.last();
    int end = last + 1;
    while (end < tokens.size() && words.firmWords().contains(tokens.get(end).form())) {
      end++;
    }
    boolean whole = end < tokens.size() && words.legalSuffixes().contains(tokens.get(end).form());
    last = whole ? end - 1 : last;
    while (last + 1 < tokens.size()) {
      boolean comma = tokens.get(last + 1).form().equals(",") && last + 2 < tokens.size();
      Token next = tokens.get(comma ? last + 2 : last + 1);
      if (!words.legalSuffixes().contains(next.form()) || !next.is("NN")) {
        break;
      }
      last = next.index();
    }
    return span.to(last);
  }
}
