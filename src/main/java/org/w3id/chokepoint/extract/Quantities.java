package org.w3id.chokepoint.extract;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3id.chokepoint.clause.Proposition;
import org.w3id.chokepoint.extract.Grammar.Stretch;
import org.w3id.chokepoint.text.Sentence;

/** Reads dates and amounts that stand in the clause of a predicate. Made for one article. */
final class Quantities {
  private final Dates dates;
  private final Amounts amounts;
  private final Map<Integer, List<Stretch>> times = new HashMap<>();
  private final Map<Integer, List<Stretch>> measures = new HashMap<>();

  Quantities(Dates dates, Amounts amounts) {
    this.dates = dates;
    this.amounts = amounts;
  }

  /**
   * When it happened or, where it lies {@code ahead}, is to happen: the smallest calendar unit that
   * the text pins it to.
   */
  Optional<When> date(Proposition p, boolean ahead, Optional<LocalDate> published) {
    Sentence s = p.sentence();
    return dates.of(p, times.computeIfAbsent(s.index(), i -> dates.in(s)), published, ahead);
  }

  /** Money, a percentage or a count in the predicate's own clause. */
  Optional<Amount> amount(Proposition p) {
    Sentence s = p.sentence();
    return amounts.of(p, measures.computeIfAbsent(s.index(), i -> amounts.in(s)));
  }
}
