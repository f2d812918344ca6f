package org.w3id.chokepoint.browse;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a long list.
 *
 * @param number from 1
 * @param pages how many there are, at least 1
 */
record Paged<T>(List<T> items, int number, int pages, int total) {
  /** Items of a page where nothing else is said. */
  static final int SIZE = 50;

  /** The page with this number, the last one when there are fewer. */
  static <T> Paged<T> of(List<T> all, int wanted) {
    return of(all, wanted, SIZE);
  }

  /** The same with so many a page. */
  static <T> Paged<T> of(List<T> all, int wanted, int size) {
    int pages = Math.max(1, (all.size() + size - 1) / size);
    int number = Math.min(wanted, pages);
    int from = (number - 1) * size;
    return new Paged<>(
        all.subList(from, Math.min(all.size(), from + size)), number, pages, all.size());
  }

  /** The same page of what each item becomes. */
  <R> Paged<R> map(Function<T, R> change) {
    return new Paged<>(items.stream().map(change).toList(), number, pages, total);
  }
}
