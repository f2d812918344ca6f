package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.util.Arrays;

/**
 * Triples of term numbers, each once, at positions that follow the order of subject, predicate,
 * object; and two more orders of the positions. Any part of a triple leads to a run of one of them.
 *
 * @param subjects by position, likewise the other two
 * @param subjectStarts where in the positions each term begins as a subject, and the end
 * @param byPredicate positions by predicate, object, subject
 * @param predicateStarts where in {@code byPredicate} each term begins as a predicate, and the end
 * @param byObject positions by object, predicate, subject
 * @param objectStarts the same for objects
 */
record TripleTable(
    int[] subjects,
    int[] predicates,
    int[] objects,
    int[] subjectStarts,
    int[] byPredicate,
    int[] predicateStarts,
    int[] byObject,
    int[] objectStarts) {
  /** Stands for any term. */
  static final int ANY = -1;

  /** Places in an order of the positions that hold all triples of a pattern, perhaps others too. */
  record Run(int[] order, int from, int to) {
    int length() {
      return to - from;
    }

    /** The position of the triple at a place. */
    int position(int place) {
      return order.length == 0 ? place : order[place];
    }
  }

  /** Triples in the order of the positions, none of them twice. */
  static TripleTable of(int[] subjects, int[] predicates, int[] objects, int terms) {
    int[] all = identity(subjects.length);
    int[] subjectStarts = new int[terms + 1];
    sorted(all, subjects, subjectStarts);
    int[] predicateStarts = new int[terms + 1];
    int[] objectStarts = new int[terms + 1];
    int[] byObject = sorted(sorted(all, predicates, predicateStarts), objects, objectStarts);
    int[] byPredicate = sorted(sorted(all, objects, objectStarts), predicates, predicateStarts);
    return new TripleTable(
        subjects,
        predicates,
        objects,
        subjectStarts,
        byPredicate,
        predicateStarts,
        byObject,
        objectStarts);
  }

  static int[] identity(int size) {
    int[] all = new int[size];
    for (int i = 0; i < size; i++) {
      all[i] = i;
    }
    return all;
  }

  /**
   * An order sorted by a key, equals as they were.
   *
   * @param starts takes where each key begins, and the end
   */
  static int[] sorted(int[] order, int[] keys, int[] starts) {
    Arrays.fill(starts, 0);
    for (int key : keys) {
      starts[key + 1]++;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] += starts[i - 1];
    }
    int[] next = starts.clone();
    int[] out = new int[order.length];
    for (int at : order) {
      out[next[keys[at]]++] = at;
    }
    return out;
  }

  int size() {
    return subjects.length;
  }

  boolean matches(int position, int subject, int predicate, int object) {
    return (subject == ANY || subjects[position] == subject)
        && (predicate == ANY || predicates[position] == predicate)
        && (object == ANY || objects[position] == object);
  }

  /** The shortest run that has all triples of a pattern. */
  Run run(int subject, int predicate, int object) {
    Run best = new Run(NO_ORDER, 0, size());
    if (subject != ANY) {
      best = narrowed(run(NO_ORDER, subjectStarts, subject), predicates, predicate);
      best = predicate == ANY ? best : narrowed(best, objects, object);
    }
    if (object != ANY && (subject == ANY || predicate == ANY)) {
      Run other = narrowed(run(byObject, objectStarts, object), predicates, predicate);
      best = other.length() < best.length() ? other : best;
    }
    if (predicate != ANY && subject == ANY && object == ANY) {
      best = run(byPredicate, predicateStarts, predicate);
    }
    return best;
  }

  /** The order of the positions themselves. */
  static final int[] NO_ORDER = {};

  private static Run run(int[] order, int[] starts, int term) {
    return new Run(order, starts[term], starts[term + 1]);
  }

  /** The part of a run, sorted by a key, that has one value of it; short ones are left whole. */
  private static Run narrowed(Run run, int[] keys, int key) {
    return key == ANY || run.length() < 8
        ? run
        : new Run(run.order, first(run, keys, key), first(run, keys, key + 1));
  }

  private static int first(Run run, int[] keys, int key) {
    int low = run.from;
    int high = run.to;
    while (low < high) {
      int middle = low + high >>> 1;
      int position = run.position(middle);
      if (keys[position] < key) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  void write(IndexFile.Out out) throws IOException {
    for (int[] part :
        new int[][] {
          subjects,
          predicates,
          objects,
          subjectStarts,
          byPredicate,
          predicateStarts,
          byObject,
          objectStarts
        }) {
      out.ints(part);
    }
  }

  static TripleTable read(IndexFile.In in) {
    return new TripleTable(
        in.ints(), in.ints(), in.ints(), in.ints(), in.ints(), in.ints(), in.ints(), in.ints());
  }
}
