package org.w3id.chokepoint.extract;

import java.time.LocalDate;
import java.util.Optional;
import org.w3id.chokepoint.clause.Proposition;

/** Reads dates and amounts that stand in the clause of a predicate. Immutable. */
final class Quantities {
  private final Dates dates;
  private final Amounts amounts;

  Quantities(QuantityLexicon words) {
    this.dates = new Dates(words);
    this.amounts = new Amounts(words);
  }

  /**
   * When it happened or, where it lies {@code ahead}, is to happen: the smallest calendar unit that
   * the text pins it to.
   */
  Optional<When> date(Proposition p, boolean ahead, Optional<LocalDate> published) {
    return dates.of(p, published, ahead);
  }

  /** Money, a percentage or a count in the predicate's own clause. */
  Optional<Amount> amount(Proposition p) {
    return amounts.of(p);
  }
}
