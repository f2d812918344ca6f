package org.w3id.chokepoint.extract;

/**
 * A date as precise as the text: the smallest day, month or year that holds all of the time told. A
 * quarter of a calendar year gives the year; fiscal periods, decades and open ends give no date.
 *
 * @param text {@code 2019}, {@code 2019-05} or {@code 2019-05-16}
 */
public record When(String text) {
  /** Local name of its XML Schema datatype. */
  public String datatype() {
    return switch (text.length()) {
      case 4 -> "gYear";
      case 7 -> "gYearMonth";
      default -> "date";
    };
  }
}
