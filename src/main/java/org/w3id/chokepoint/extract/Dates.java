package org.w3id.chokepoint.extract;

import static org.w3id.chokepoint.extract.Grammar.any;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.chokepoint.clause.Proposition;
import org.w3id.chokepoint.extract.Grammar.Stretch;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Reads the date of what a predicate names off the expressions of time in its own clause. */
final class Dates {
  private final QuantityLexicon words;
  private final Grammar grammar;
  private final Pattern open;
  private final Pattern deadline;
  private final Pattern counting;

  Dates(QuantityLexicon words) {
    this.words = words;
    Map<String, String> macros = new HashMap<>();
    macros.put("year", "(?:19|20)\\d\\d");
    macros.put("mm", "0[1-9]|1[0-2]");
    macros.put("day", "[12]\\d|3[01]|0?[1-9]");
    macros.put("digits", "\\d{1,3}");
    macros.put("quarter", "[1-4]");
    macros.put("half", "first|second");
    macros.put("ago", "ago");
    macros.put("month", "(?-i:(?:" + any(words.months().keySet()) + ")\\.?)");
    macros.put("weekday", "(?-i:(?:" + any(words.weekdays().keySet()) + ")\\.?)");
    macros.put("season", any(words.seasons().keySet()));
    macros.put("ordinal", any(words.ordinals().keySet()));
    macros.put("number", any(words.numbers().keySet()));
    macros.put("shift", any(words.shifts().keySet()));
    macros.put("otheryear", "(?:the|" + any(words.shifts().keySet()) + ") year");
    macros.put("dayword", any(words.days().keySet()));
    macros.put("unit", any(words.units()));
    this.grammar =
        new Grammar(macros)
            .with("dateless", words.dateless())
            .with("date", words.dates())
            .with("beside", words.beside());
    this.open = before(words.open());
    this.deadline = before(words.deadline());
    this.counting = before(words.counting());
  }

  /** One of the words, then at most what narrows the date down: "until the end of". */
  private static Pattern before(List<String> words) {
    return Pattern.compile(
        "(?s).*(?<![\\w-])(?:"
            + any(words)
            + ")(?: (?:the|early|late|mid|end|start|beginning|of))*[ -]$");
  }

  /** An expression and how many steps of the tree lie between it and the predicate. */
  private record Candidate(Stretch stretch, int steps) {}

  /** The expressions of time in a sentence. */
  List<Stretch> in(Sentence s) {
    return grammar.find(s).stream().filter(x -> !x.kind().equals("dateless")).toList();
  }

  /** When it happened or is to happen, as precisely as the clause tells. */
  Optional<When> of(
      Proposition p, List<Stretch> found, Optional<LocalDate> published, boolean ahead) {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    boolean future = ahead || modal(p.sentence(), p.head());
    return anchors(p)
        .map(anchor -> nearest(p, anchor, found))
        .flatMap(List::stream)
        .flatMap(c -> read(p, c.stretch(), published, future).stream())
        .findFirst();
  }

  /** "may unveil it in May" looks ahead, "may have unveiled it in May" does not. */
  private static boolean modal(Sentence s, Token verb) {
    List<Token> aux = s.children(verb, "aux", "modal");
    return aux.stream().anyMatch(t -> t.is("MD"))
        && aux.stream().noneMatch(t -> t.lemma().equals("have"));
  }

  private List<Candidate> nearest(Proposition p, Anchor anchor, List<Stretch> found) {
    List<Candidate> out = new ArrayList<>();
    for (Stretch s : found) {
      if (anchor.takes(s.head())) {
        steps(p.sentence(), s, anchor.token()).ifPresent(n -> out.add(new Candidate(s, n)));
      }
    }
    out.sort(Comparator.comparingInt(Candidate::steps));
    return out;
  }

  private Optional<When> read(
      Proposition p, Stretch s, Optional<LocalDate> published, boolean ahead) {
    boolean due = deadline.matcher(s.before()).matches();
    boolean counted =
        words.drifting().contains(p.head().lemma()) && counting.matcher(s.before()).matches();
    if (open.matcher(s.before()).matches() || counted || due && !ahead) {
      return Optional.empty();
    }
    // "agreed to buy it in March": the month may be that of the agreement
    boolean decided = ahead && past(p.sentence(), p.head());
    boolean bare = s.parts().keySet().stream().noneMatch(k -> k.matches("year|otheryear|shift"));
    if (decided && bare) {
      return Optional.empty();
    }
    boolean relative =
        s.parts().keySet().stream().noneMatch(k -> k.equals("year") || k.equals("otheryear"));
    return new Calendar(words, published, ahead)
        .read(s.parts())
        .filter(i -> published.isEmpty() || ahead || !i.first().isAfter(published.get()))
        .filter(
            i -> published.isEmpty() || !ahead || !relative || !i.last().isBefore(published.get()))
        .flatMap(Interval::unit);
  }

  /** A word whose dates are those of the predicate. */
  private record Anchor(Token token, int from, int to) {
    boolean takes(Token date) {
      return date.index() >= from && date.index() < to;
    }
  }

  private Stream<Anchor> anchors(Proposition p) {
    Sentence s = p.sentence();
    Token predicate = p.head();
    boolean light = p.arguments().stream().anyMatch(a -> a.how().startsWith("light verb"));
    int all = s.tokens().size();
    List<Anchor> out = new ArrayList<>(List.of(new Anchor(predicate, 0, all)));
    s.head(predicate)
        .filter(above -> above.is("VB"))
        .ifPresent(
            above -> {
              switch (predicate.relation()) {
                case "xcomp", "ccomp" -> {
                  if (words.aspect().contains(above.lemma())) {
                    out.add(new Anchor(above, 0, all));
                  } else if (infinitive(s, predicate)) {
                    out.add(new Anchor(above, predicate.index(), all));
                  }
                }
                case "dobj", "nsubjpass" -> {
                  if (light && !words.telling().contains(above.lemma())) {
                    out.add(new Anchor(above, 0, all));
                  }
                }
                case "nsubj" -> {
                  if (words.occurrence().contains(above.lemma())) {
                    out.add(new Anchor(above, 0, all));
                  }
                }
                // a date at the front counts for all coordinated verbs
                case "conj" ->
                    out.add(
                        new Anchor(
                            above,
                            0,
                            s.child(above, "nsubj", "nsubjpass").map(Token::index).orElse(0)));
                default -> {}
              }
            });
    if (words.aspect().contains(predicate.lemma())) {
      s.children(predicate, "xcomp").forEach(t -> out.add(new Anchor(t, t.index(), all)));
    }
    return out.stream();
  }

  private static boolean infinitive(Sentence s, Token verb) {
    return s.children(verb, "aux").stream().anyMatch(t -> t.tag().equals("TO"));
  }

  private static boolean past(Sentence s, Token verb) {
    Optional<Token> above = s.head(verb).filter(t -> verb.relation().equals("xcomp") && t.is("VB"));
    return above
        .filter(
            v ->
                v.tag().equals("VBD")
                    || s.children(v, "aux", "auxpass").stream().anyMatch(t -> t.tag().equals("VBD"))
                    || past(s, v))
        .isPresent();
  }

  /** The way up the tree, unless it leads through another verb or event. */
  private Optional<Integer> steps(Sentence s, Stretch stretch, Token goal) {
    Token at = stretch.head();
    boolean beside = stretch.kind().equals("beside");
    for (int n = 0; n < s.tokens().size(); n++) {
      if (at.index() == goal.index()) {
        return beside && n != 1 ? Optional.empty() : Optional.of(n);
      }
      Optional<Token> above = s.head(at);
      if (above.isEmpty() || n > 0 && at.is("VB")) {
        return Optional.empty();
      }
      boolean goalNext = above.get().index() == goal.index();
      if (n > 1
          && at.relation().equals("prep")
          && at.form().matches("(?i)since|from|than|after|before|following")) {
        return Optional.empty();
      }
      boolean modifier = at.index() < above.get().index() && above.get().is("NN");
      if (!goalNext && (modifier || event(s, above.get(), goal))) {
        return Optional.empty();
      }
      if (beside && (!modifier || !above.get().is("NN"))) {
        return Optional.empty();
      }
      at = above.get();
    }
    return Optional.empty();
  }

  /** A noun that happens by itself: not the object of the very verb. */
  private boolean event(Sentence s, Token noun, Token goal) {
    boolean object =
        noun.head() == goal.index()
            && (noun.relation().equals("dobj") || noun.relation().equals("nsubjpass"));
    return noun.is("NN") && words.events().contains(noun.lemma()) && !object;
  }
}
