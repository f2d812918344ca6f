package org.w3id.chokepoint.browse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A drawing of what happened when, newest on top; lengths in pixels. A month, a year or a time from
 * one day to another is a bar as long as it is, a day a point.
 *
 * @param marks empty where fewer than two are dated, or all at one time: a line would say nothing
 * @param left how many are not drawn, for want of a date or of room
 */
record Timeline(int width, int height, List<Tick> ticks, List<Mark> marks, int left) {
  /** Width of the drawing, also where nothing is in it. */
  private static final int WIDTH = 720;

  private static final int EDGE = 16;
  private static final int TOP = 28;
  private static final int ROW = 26;
  private static final int POINT = 8;
  private static final int TALLEST = 50;
  private static final int LETTERS = 48;

  /** Months between two ticks, of which the first that gives few enough is taken. */
  private static final List<Integer> STEPS = List.of(1, 3, 6, 12, 24, 60, 120, 240, 600, 1200);

  private static final int TICKS = 9;

  private static final Pattern DATE =
      Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T.*)?)?)?Z?");

  /**
   * Something that happened.
   *
   * @param from a day, month or year as in XML Schema
   * @param until the last day, or ""
   */
  record Moment(Link link, String from, String until) {}

  /** A date on the axis. */
  record Tick(int x, String label) {}

  /** Where a moment is drawn, and its words beside it, to the right or to the left of it. */
  record Mark(Link link, String text, String date, int x, int y, int length, boolean right) {
    /** Where the words begin or, on the left, end. */
    public int words() {
      return right ? x + length + 6 : x - 6;
    }
  }

  private record Span(Moment moment, LocalDate from, LocalDate end) {}

  static Timeline of(List<Moment> moments) {
    List<Span> spans =
        moments.stream()
            .flatMap(moment -> span(moment).stream())
            .sorted(Comparator.comparing(Span::from).reversed())
            .limit(TALLEST)
            .toList();
    LocalDate first =
        spans.stream().map(Span::from).min(LocalDate::compareTo).orElse(LocalDate.MIN);
    LocalDate last = spans.stream().map(Span::end).max(LocalDate::compareTo).orElse(LocalDate.MIN);
    if (spans.size() < 2 || spans.stream().map(Span::from).distinct().count() < 2) {
      return new Timeline(WIDTH, 0, List.of(), List.of(), moments.size());
    }
    Axis axis = Axis.of(first, last);
    List<Mark> marks = new ArrayList<>();
    for (Span span : spans) {
      marks.add(mark(span, axis, TOP + marks.size() * ROW + ROW / 2));
    }
    return new Timeline(
        WIDTH, TOP + marks.size() * ROW + 4, axis.ticks(), marks, moments.size() - marks.size());
  }

  private static Mark mark(Span span, Axis axis, int y) {
    int x = axis.x(span.from());
    int length = Math.max(POINT, axis.x(span.end()) - x);
    Moment moment = span.moment();
    String date = moment.until().isEmpty() ? moment.from() : moment.from() + "/" + moment.until();
    return new Mark(
        moment.link(),
        Scene.cut(moment.link().label(), LETTERS),
        date,
        x,
        y,
        length,
        x + length / 2 < WIDTH / 2);
  }

  private static Optional<Span> span(Moment moment) {
    Optional<LocalDate> from = day(moment.from(), false);
    Optional<LocalDate> end = day(moment.until().isEmpty() ? moment.from() : moment.until(), true);
    return from.flatMap(
        start ->
            end.filter(stop -> !stop.isBefore(start)).map(stop -> new Span(moment, start, stop)));
  }

  /** The first day of what a date means or the one after the last; empty where it is no date. */
  private static Optional<LocalDate> day(String date, boolean end) {
    Matcher parts = DATE.matcher(date);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      LocalDate start =
          LocalDate.of(number(parts.group(1)), number(parts.group(2)), number(parts.group(3)));
      ChronoUnit unit =
          parts.group(2) == null
              ? ChronoUnit.YEARS
              : parts.group(3) == null ? ChronoUnit.MONTHS : ChronoUnit.DAYS;
      return Optional.of(end ? start.plus(1, unit) : start);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(@org.jspecify.annotations.Nullable String digits) {
    return digits == null ? 1 : Integer.parseInt(digits);
  }

  /** Days to pixels. */
  private record Axis(LocalDate first, long days, int step) {
    static Axis of(LocalDate first, LocalDate last) {
      long months = ChronoUnit.MONTHS.between(first, last) + 1;
      int step = STEPS.stream().filter(s -> months / s < TICKS).findFirst().orElse(12_000);
      LocalDate start = floor(first, step);
      return new Axis(start, Math.max(1, ChronoUnit.DAYS.between(start, last)), step);
    }

    private static LocalDate floor(LocalDate day, int step) {
      int month = day.getYear() * 12 + day.getMonthValue() - 1;
      int down = Math.max(12, month - month % step);
      return LocalDate.of(down / 12, down % 12 + 1, 1);
    }

    int x(LocalDate day) {
      return EDGE + (int) (ChronoUnit.DAYS.between(first, day) * (WIDTH - 2 * EDGE) / days);
    }

    List<Tick> ticks() {
      List<Tick> ticks = new ArrayList<>();
      for (LocalDate day = first; x(day) <= WIDTH - 2 * EDGE; day = day.plusMonths(step)) {
        ticks.add(
            new Tick(x(day), step < 12 ? day.toString().substring(0, 7) : "" + day.getYear()));
      }
      return ticks;
    }
  }
}
