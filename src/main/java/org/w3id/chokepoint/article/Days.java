package org.w3id.chokepoint.article;

import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days of publication: as documents write them, and as addresses and file names carry them. */
final class Days {
  private static final Pattern ISO = Pattern.compile("^\\d{4}-\\d\\d-\\d\\d(?!\\d)");
  private static final Pattern WORDS =
      Pattern.compile(
          "\\b(?:(\\p{Alpha}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})|(\\d{1,2}) (\\p{Alpha}{3,9})\\.?,? (\\d{4}))\\b");
  private static final Pattern NUMBERS =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)([-/_.]?)(\\d\\d)\\2(\\d\\d)(?!\\d)");
  private static final Pattern NAMED_MONTH =
      Pattern.compile("(?<!\\d)((?:19|20)\\d\\d)[-/](\\p{Alpha}{3})[-/](\\d\\d?)(?!\\d)");
  private static final DateTimeFormatter MONTHS =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMM uuuu")
          .toFormatter(Locale.ENGLISH);
  private static final int FIRST_YEAR = 1970;
  private static final int LAST_YEAR = 2100;

  private Days() {}

  /** The day of "2025-09-18T10:00:00Z", "Thu, 18 Sep 2025 10:00:00 GMT", "September 18, 2025". */
  static Optional<LocalDate> of(String text) {
    String stripped = text.strip();
    if (ISO.matcher(stripped).find()) {
      return day(() -> LocalDate.parse(stripped.substring(0, 10)));
    }
    if (stripped.matches("\\d{8}")) {
      return named(stripped);
    }
    Matcher words = WORDS.matcher(stripped);
    if (!words.find()) {
      return Optional.empty();
    }
    return words.group(1) != null
        ? day(words.group(2), words.group(1), words.group(3))
        : day(words.group(4), words.group(5), words.group(6));
  }

  /** The day in the path of an address, where there is exactly one. */
  static Optional<LocalDate> inUrl(String url) {
    try {
      String path = new URI(url).getRawPath();
      return path == null ? Optional.empty() : named(path);
    } catch (java.net.URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The day in a file name, where there is exactly one. */
  static Optional<LocalDate> named(String name) {
    Set<LocalDate> days = new HashSet<>();
    for (Matcher m = NUMBERS.matcher(name); m.find(); ) {
      day(() -> LocalDate.of(number(m.group(1)), number(m.group(3)), number(m.group(4))))
          .ifPresent(days::add);
    }
    for (Matcher m = NAMED_MONTH.matcher(name); m.find(); ) {
      day(m.group(3), m.group(2), m.group(1)).ifPresent(days::add);
    }
    return days.size() == 1 ? Optional.of(List.copyOf(days).getFirst()) : Optional.empty();
  }

  private static Optional<LocalDate> day(String day, String month, String year) {
    return day(
        () ->
            LocalDate.parse(
                Integer.parseInt(day) + " " + month.substring(0, 3) + " " + year, MONTHS));
  }

  private interface Making {
    LocalDate day();
  }

  private static Optional<LocalDate> day(Making making) {
    try {
      LocalDate day = making.day();
      boolean likely = day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
      return likely ? Optional.of(day) : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static int number(String digits) {
    return Integer.parseInt(digits);
  }
}
