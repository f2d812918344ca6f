package org.w3id.chokepoint.extract;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.chokepoint.clause.Proposition;
import org.w3id.chokepoint.text.Sentence;
import org.w3id.chokepoint.text.Token;

/** Reads dates and amounts that stand in the clause of a predicate. */
final class Quantities {
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Map<String, Integer> SCALE =
      Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12, "bn", 9, "m", 6, "b", 9);
  private static final Map<String, String> CURRENCY =
      Map.of(
          "$", "USD", "US$", "USD", "€", "EUR", "£", "GBP", "¥", "JPY", "dollar", "USD", "yuan",
          "CNY", "euro", "EUR", "won", "KRW", "yen", "JPY");

  private Quantities() {}

  /** The first date whose nearest verb is the predicate (or that hangs on the predicate noun). */
  static Optional<When> date(Proposition p, Optional<LocalDate> published) {
    Sentence s = p.sentence();
    List<Token> own = s.tokens().stream().filter(t -> nearest(s, t, p.head())).toList();
    for (Token t : own) {
      Optional<When> found = absolute(s, t).or(() -> published.flatMap(d -> relative(s, t, d)));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Money or a percentage in the predicate's own clause. */
  static Optional<Amount> amount(Proposition p) {
    Sentence s = p.sentence();
    for (Token t : s.tokens()) {
      if (!t.is("CD") || !nearest(s, t, p.head())) {
        continue;
      }
      Optional<BigDecimal> value = number(t.form());
      Token before = t.index() > 0 ? s.tokens().get(t.index() - 1) : t;
      Token next = t.index() + 1 < s.tokens().size() ? s.tokens().get(t.index() + 1) : t;
      Integer scale = SCALE.get(next.form().toLowerCase(Locale.ROOT));
      Token unit =
          scale != null && next.index() + 1 < s.tokens().size()
              ? s.tokens().get(next.index() + 1)
              : next;
      BigDecimal scaled =
          value.orElse(BigDecimal.ZERO).scaleByPowerOfTen(scale == null ? 0 : scale);
      String currency = CURRENCY.getOrDefault(before.form(), CURRENCY.get(unit.lemma()));
      boolean percent = next.form().equals("%") || next.lemma().equals("percent");
      if (value.isPresent() && (percent || currency != null)) {
        return Optional.of(
            new Amount(
                percent ? value.get() : scaled, percent ? "%" : currency == null ? "" : currency));
      }
    }
    return Optional.empty();
  }

  private static Optional<BigDecimal> number(String form) {
    String plain = form.replace(",", "");
    return plain.matches("\\d{1,15}(\\.\\d{1,6})?")
        ? Optional.of(new BigDecimal(plain))
        : Optional.empty();
  }

  private static Optional<When> absolute(Sentence s, Token t) {
    Matcher year = YEAR.matcher(t.form());
    if (!t.is("CD") || !year.matches()) {
      return Optional.empty();
    }
    String text = year.group();
    Optional<Token> month =
        back(s, t, 1)
            .filter(m -> month(m).isPresent())
            .or(() -> back(s, t, 3).filter(m -> month(m).isPresent()));
    if (month.isEmpty()) {
      boolean preposition =
          back(s, t, 1).filter(b -> b.is("IN") || b.is("JJ") || b.is("DT")).isPresent();
      return preposition ? Optional.of(new When(text)) : Optional.empty();
    }
    int number = month(month.get()).orElseThrow().getValue();
    String withMonth = String.format(Locale.ROOT, "%s-%02d", text, number);
    Token after = s.tokens().get(month.get().index() + 1);
    boolean day =
        after.form().matches("\\d{1,2}")
            && YearMonth.of(Integer.parseInt(text), number)
                .isValidDay(Integer.parseInt(after.form()));
    return Optional.of(
        new When(
            day
                ? String.format(Locale.ROOT, "%s-%02d", withMonth, Integer.parseInt(after.form()))
                : withMonth));
  }

  private static Optional<When> relative(Sentence s, Token t, LocalDate published) {
    String word = t.form().toLowerCase(Locale.ROOT);
    String before = back(s, t, 1).map(Token::lemma).orElse("");
    for (DayOfWeek day : DayOfWeek.values()) {
      if (word.equals(day.name().toLowerCase(Locale.ROOT)) && !before.equals("next")) {
        return Optional.of(
            new When(published.with(TemporalAdjusters.previousOrSame(day)).toString()));
      }
    }
    return switch (word) {
      case "today" -> Optional.of(new When(published.toString()));
      case "yesterday" -> Optional.of(new When(published.minusDays(1).toString()));
      case "month" ->
          before.equals("last")
              ? Optional.of(month(published.minusMonths(1)))
              : before.equals("this") ? Optional.of(month(published)) : Optional.empty();
      case "year" ->
          before.equals("last")
              ? Optional.of(new When("" + (published.getYear() - 1)))
              : before.equals("this")
                  ? Optional.of(new When("" + published.getYear()))
                  : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static When month(LocalDate date) {
    return new When(date.toString().substring(0, 7));
  }

  private static Optional<Month> month(Token t) {
    for (Month m : Month.values()) {
      String name = m.name().toLowerCase(Locale.ROOT);
      String form = t.form().toLowerCase(Locale.ROOT).replace(".", "");
      if (t.is("NNP")
          && form.length() >= 3
          && (name.equals(form) || name.startsWith(form) && form.length() <= 4)) {
        return Optional.of(m);
      }
    }
    return Optional.empty();
  }

  private static Optional<Token> back(Sentence s, Token t, int steps) {
    return t.index() >= steps ? Optional.of(s.tokens().get(t.index() - steps)) : Optional.empty();
  }

  private static boolean nearest(Sentence s, Token t, Token predicate) {
    int steps = s.tokens().size();
    for (Token up = t; steps-- > 0; up = s.tokens().get(up.head())) {
      if (up.index() == predicate.index()) {
        return true;
      }
      if (up.is("VB") || up.head() < 0) {
        return false;
      }
    }
    return false;
  }
}
