package org.w3id.chokepoint.extract;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/** The days from the first to the last, both included. */
record Interval(LocalDate first, LocalDate last) {
  static Interval day(LocalDate day) {
    return new Interval(day, day);
  }

  static Interval months(int year, int month, int count) {
    YearMonth first = YearMonth.of(year, month);
    return new Interval(first.atDay(1), first.plusMonths(count - 1L).atEndOfMonth());
  }

  /** The only such day in it; none where there are none or several. */
  Optional<Interval> only(DayOfWeek day) {
    LocalDate one = first.with(TemporalAdjusters.nextOrSame(day));
    return one.isAfter(last) || !one.plusWeeks(1).isAfter(last)
        ? Optional.empty()
        : Optional.of(day(one));
  }

  /** The smallest day, month or year that contains all of it; none where it crosses a year. */
  Optional<When> unit() {
    if (first.equals(last)) {
      return Optional.of(new When(first.toString()));
    }
    if (first.getYear() != last.getYear()) {
      return Optional.empty();
    }
    boolean month = first.getMonth() == last.getMonth();
    return Optional.of(new When(first.toString().substring(0, month ? 7 : 4)));
  }
}
