package org.w3id.chokepoint.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an expression of time means, seen from the day of publication. Without a year, what has
 * happened is looked for in the past and what is planned in the future.
 *
 * @param ahead whether it has yet to happen
 */
record Calendar(QuantityLexicon words, Optional<LocalDate> published, boolean ahead) {

  /** The days that the parts of an expression span; none where they make no sense. */
  Optional<Interval> read(Map<String, String> parts) {
    try {
      boolean range = parts.keySet().stream().anyMatch(k -> k.endsWith("2"));
      return range ? range(parts) : simple(parts);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What the second end leaves out, the first tells: "May 3-5". */
  private Optional<Interval> range(Map<String, String> parts) {
    Map<String, String> first = new LinkedHashMap<>(parts);
    first.keySet().removeIf(k -> k.endsWith("2"));
    Map<String, String> second = new LinkedHashMap<>(first);
    parts.forEach((k, v) -> second.put(k.replace("2", ""), k.endsWith("2") ? v : second.get(k)));
    return simple(first)
        .flatMap(a -> simple(second).map(b -> new Interval(a.first(), b.last())))
        .filter(i -> !i.last().isBefore(i.first()));
  }

  private Optional<Interval> simple(Map<String, String> p) {
    Optional<Integer> year = number(p, "year").or(() -> otherYear(p));
    boolean within = p.containsKey("month") || p.containsKey("mm") || p.containsKey("season");
    if (year.isPresent()) {
      return year.map(y -> within ? inYear(p, y) : part(p, y));
    }
    return published.flatMap(d -> within ? Optional.of(nearest(p, d)) : relative(p, d));
  }

  /** "May of last year", "the first half of the year". */
  private Optional<Integer> otherYear(Map<String, String> p) {
    return Optional.ofNullable(p.get("otheryear"))
        .map(text -> words.shifts().getOrDefault(text.split(" ")[0], 0))
        .flatMap(shift -> published.map(d -> d.getYear() + shift));
  }

  private Interval inYear(Map<String, String> p, int year) {
    if (p.containsKey("season")) {
      return Interval.months(year, listed(words.seasons(), p, "season"), 3);
    }
    int month = number(p, "mm").orElseGet(() -> listed(words.months(), p, "month"));
    return number(p, "day")
        .map(d -> Interval.day(LocalDate.of(year, month, d)))
        .orElseGet(() -> Interval.months(year, month, 1));
  }

  private Interval part(Map<String, String> p, int year) {
    if (p.containsKey("half")) {
      return Interval.months(year, listed(words.ordinals(), p, "half") == 1 ? 1 : 7, 6);
    }
    return number(p, "quarter")
        .or(
            () ->
                Optional.ofNullable(p.get("ordinal"))
                    .map(o -> listed(words.ordinals(), p, "ordinal")))
        .map(q -> Interval.months(year, 3 * q - 2, 3))
        .orElseGet(() -> Interval.months(year, 1, 12));
  }

  /** The month, day or season that lies nearest on the right side; "last" and "next" skip today. */
  private Interval nearest(Map<String, String> p, LocalDate today) {
    int year = today.getYear();
    Interval same = inYear(p, year);
    Optional<Integer> shift = shift(p);
    if (shift.filter(s -> s == 0).isPresent()) {
      return same;
    }
    if (shift.map(s -> s > 0).orElse(ahead)) {
      LocalDate edge = shift.isPresent() ? same.first().minusDays(1) : same.last();
      return edge.isBefore(today) ? inYear(p, year + 1) : same;
    }
    LocalDate edge = shift.isPresent() ? same.last().plusDays(1) : same.first();
    return edge.isAfter(today) ? inYear(p, year - 1) : same;
  }

  private Optional<Interval> relative(Map<String, String> p, LocalDate today) {
    if (p.containsKey("dayword")) {
      return Optional.of(Interval.day(today.plusDays(listed(words.days(), p, "dayword"))));
    }
    int shift = shift(p).orElse(0);
    if (p.containsKey("weekday")) {
      DayOfWeek day = DayOfWeek.of(listed(words.weekdays(), p, "weekday"));
      return p.containsKey("unit")
          ? unit(p.getOrDefault("unit", ""), today, shift).flatMap(i -> i.only(day))
          : Optional.of(weekday(shift(p), today, day));
    }
    int count =
        p.containsKey("ago")
            ? -number(p, "digits").orElseGet(() -> listed(words.numbers(), p, "number"))
            : shift;
    return p.containsKey("unit")
        ? unit(p.getOrDefault("unit", ""), today, count)
        : Optional.empty();
  }

  /** "Last Monday", said on a Thursday, may be three days ago or ten: both are spanned. */
  private Interval weekday(Optional<Integer> shift, LocalDate today, DayOfWeek day) {
    if (shift.isEmpty()) {
      return Interval.day(
          today.with(
              ahead ? TemporalAdjusters.nextOrSame(day) : TemporalAdjusters.previousOrSame(day)));
    }
    LocalDate ofWeek = today.with(DayOfWeek.MONDAY).with(TemporalAdjusters.nextOrSame(day));
    if (shift.get() < 0) {
      LocalDate last = today.with(TemporalAdjusters.previous(day));
      return new Interval(ofWeek.isBefore(today) ? last.minusWeeks(1) : last, last);
    }
    LocalDate next = today.with(TemporalAdjusters.next(day));
    return shift.get() == 0
        ? Interval.day(ofWeek)
        : new Interval(next, ofWeek.isAfter(today) ? next.plusWeeks(1) : next);
  }

  private static Optional<Interval> unit(String unit, LocalDate today, int by) {
    LocalDate monday = today.plusWeeks(by).with(DayOfWeek.MONDAY);
    YearMonth month = YearMonth.from(today).plusMonths(by);
    return switch (unit) {
      case "day" -> Optional.of(Interval.day(today.plusDays(by)));
      case "week" -> Optional.of(new Interval(monday, monday.plusDays(6)));
      case "month" -> Optional.of(Interval.months(month.getYear(), month.getMonthValue(), 1));
      case "year" -> Optional.of(Interval.months(today.getYear() + by, 1, 12));
      default -> Optional.empty();
    };
  }

  private Optional<Integer> shift(Map<String, String> p) {
    return Optional.ofNullable(p.get("shift")).map(words.shifts()::get);
  }

  private static int listed(Map<String, Integer> list, Map<String, String> p, String part) {
    return list.getOrDefault(p.getOrDefault(part, "").replace(".", ""), 0);
  }

  private static Optional<Integer> number(Map<String, String> p, String part) {
    return Optional.ofNullable(p.get(part)).map(Integer::valueOf);
  }
}
