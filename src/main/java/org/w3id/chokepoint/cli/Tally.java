package org.w3id.chokepoint.cli;

import java.util.Locale;
import org.w3id.chokepoint.intake.Taken;

/** Counts what is taken in, and tells now and then how far it is. */
final class Tally implements AutoCloseable {
  private static final long EVERY_NANOS = 2_000_000_000L;

  private final long start = System.nanoTime();
  private long last = start;
  private long told;
  private long articles;
  private long duplicates;
  private long rejected;

  void count(Taken taken) {
    switch (taken) {
      case Taken.New n -> articles++;
      case Taken.Duplicate d -> duplicates++;
      case Taken.Refused r -> rejected++;
    }
    if (System.nanoTime() - last > EVERY_NANOS) {
      last = System.nanoTime();
      told = total();
      System.err.println(line());
    }
  }

  private long total() {
    return articles + duplicates + rejected;
  }

  boolean complaints() {
    return rejected > 0;
  }

  /** "Taken in: 1200 articles, 3 duplicates, 1 rejected (600/s)". */
  String line() {
    double seconds = Math.max(1e-3, (System.nanoTime() - start) / 1e9);
    return String.format(
        Locale.ROOT,
        "Taken in: %d articles, %d duplicates, %d rejected (%.0f/s)",
        articles,
        duplicates,
        rejected,
        total() / seconds);
  }

  /** Tells the end of what was long enough to be told of. */
  @Override
  public void close() {
    if (told > 0 && told < total()) {
      System.err.println(line());
    }
  }
}
