package org.w3id.chokepoint.across;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;

/**
 * Claims and events to be looked at: whole groups, as {@link Ties} make them. What is in no such
 * group is as it was.
 */
public final class Touched {
  private final Set<Long> ties;

  private Touched(Set<Long> ties) {
    this.ties = ties;
  }

  /**
   * All that is touched by a change.
   *
   * @param ties what has one of them
   * @param things what names one of them, as numbers
   * @param doers what names one of them and is on somebody's word
   * @param articles the ties of the articles that did not change
   */
  public static Touched by(
      Set<Long> ties, Set<Long> things, Set<Long> doers, Collection<long[]> articles) {
    Touched out = new Touched(new HashSet<>(ties));
    int before;
    do {
      before = out.ties.size();
      articles.forEach(article -> out.spread(article, things, doers));
    } while (out.ties.size() > before);
    return out;
  }

  private void spread(long[] article, Set<Long> things, Set<Long> doers) {
    Ties.each(
        article,
        (first, behind, end, attributed) -> {
          if (any(article, first, behind, ties)
              || any(article, behind, end, things)
              || (attributed && any(article, behind, end, doers))) {
            for (int i = first; i < behind; i++) {
              ties.add(article[i]);
            }
          }
        });
  }

  private static boolean any(long[] article, int from, int to, Set<Long> some) {
    for (int i = from; i < to; i++) {
      if (some.contains(article[i])) {
        return true;
      }
    }
    return false;
  }

  /** Whether some claim or event of an article is among them. */
  public boolean isIn(long[] article) {
    boolean[] found = {false};
    Ties.each(
        article, (first, behind, end, attributed) -> found[0] |= ties.contains(article[first]));
    return found[0];
  }

  /** Whether a claim or event is among them. */
  public boolean contains(Node unit) {
    return ties.contains(Ties.number(unit.getURI()));
  }

  /** How many ties they have. */
  public int size() {
    return ties.size();
  }
}
