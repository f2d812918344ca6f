package org.w3id.chokepoint.serve;

import java.util.Locale;

/** A bound on what clients may take: how operators call it, what it is measured in and its size. */
public enum Limit {
  /** After it a query answers 503. */
  QUERY_TIMEOUT("S", 30, "Seconds until a query is stopped with 503"),
  /** Longer ones are not parsed. */
  QUERY_LENGTH("N", 100_000, "Characters of a query"),
  /** Deeper ones are not parsed. */
  QUERY_DEPTH("N", 100, "Brackets open at once in a query"),
  /** More are refused with 422. */
  ROWS("N", 500_000, "Rows or triples of a result, and rows held to sort, group or join them"),
  /** A longer one is refused with 422, never cut short. */
  ANSWER("BYTES", 32 << 20, "Bytes of the answer to a query"),
  /** More is refused with 422. */
  TEXT("N", 100_000_000, "Characters of text that a query may make"),
  /** More are refused with 422. */
  REGEX("N", 20_000_000, "Characters that one match of a regular expression may look at"),
  /** A larger one is refused with 413. */
  BODY("BYTES", 1 << 20, "Bytes of a request body"),
  /** More are turned away with 503. */
  CONCURRENT("N", 64, "Requests in work at once"),
  /** More are turned away with 429. */
  CONCURRENT_PER_CLIENT(
      "N", 16, "The same for one network address, of which a quarter may be queries"),
  /** Then the connection is closed. */
  IDLE("S", 60, "Seconds without a byte until a connection is closed"),
  /** Who is slower for longer than some seconds loses the connection. */
  SEND_RATE("BYTES", 2000, "Bytes a second that a client has to take of an answer"),
  /** How soon a newer snapshot is served. */
  POLL("MS", 1000, "Milliseconds between looks for a new snapshot");

  private final String unit;
  private final int standard;
  private final String meaning;

  Limit(String unit, int standard, String meaning) {
    this.unit = unit;
    this.standard = standard;
    this.meaning = meaning;
  }

  /** Its name as a setting, such as {@code query-timeout}. */
  public String setting() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** S, MS, BYTES, or N for a number of something. */
  public String unit() {
    return unit;
  }

  /** Fit for a public server on a small machine. */
  public int standard() {
    return standard;
  }

  /** What is counted, in words. */
  public String meaning() {
    return meaning;
  }
}
