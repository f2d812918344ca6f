package org.w3id.chokepoint.reason;

import java.util.Arrays;

/**
 * Triples of term numbers in columns, each triple known by its row. A row is never taken away: a
 * triple that no longer holds becomes {@link #DEAD} and may live again; where most are dead, {@link
 * Closure} starts anew. Rows with the same subject, predicate, object or pair of them are chained,
 * newest first.
 */
final class TripleStore {
  /** Does not hold. */
  static final byte DEAD = 0;

  /** Holds, and the rules have not seen it yet. */
  static final byte PENDING = 1;

  /** Holds, and the rules match it. */
  static final byte LIVE = 2;

  /** Holds, and a triple of representatives stands for it. */
  static final byte SUPERSEDED = 3;

  /** Holds, says that two terms are the same, and joined two classes of equal terms. */
  static final byte LINK = 4;

  /** Is about to die: its support is gone, its consequences are being looked for. */
  static final byte DOOMED = 5;

  static final int NONE = -1;

  /** Subject, predicate, object by row, side by side: a comparison reads one place of memory. */
  private int[] terms = new int[3 << 8];

  private int[] derivations = new int[1 << 8];
  private byte[] states = new byte[1 << 8];
  private int[] nextS = new int[1 << 8];
  private int[] nextP = new int[1 << 8];
  private int[] nextO = new int[1 << 8];
  private int[] nextSP = new int[1 << 8];
  private int[] nextPO = new int[1 << 8];
  private int[] firstS = new int[0];
  private int[] firstP = new int[0];
  private int[] firstO = new int[0];
  private final LongIntMap firstSP = new LongIntMap();
  private final LongIntMap firstPO = new LongIntMap();

  /** Half of a triple's hash, then its row: what does not agree is passed over unseen. */
  private long[] table = new long[1 << 9];

  private int size;
  private int dead;

  TripleStore() {
    Arrays.fill(table, NONE);
  }

  int size() {
    return size;
  }

  /** Makes room for {@code rows} rows in all, so that a big closure need not grow often. */
  void reserve(int rows) {
    if (rows > states.length) {
      growColumns(rows);
    }
    if (rows * 3L > table.length * 2L) {
      growTable(Integer.highestOneBit((int) Math.min(rows * 3L / 2, 1 << 29)) * 2);
    }
  }

  int s(int row) {
    return terms[3 * row];
  }

  int p(int row) {
    return terms[3 * row + 1];
  }

  int o(int row) {
    return terms[3 * row + 2];
  }

  byte state(int row) {
    return states[row];
  }

  void state(int row, byte state) {
    dead += (state == DEAD ? 1 : 0) - (states[row] == DEAD ? 1 : 0);
    states[row] = state;
  }

  /** How many rows are {@link #DEAD}. */
  int dead() {
    return dead;
  }

  boolean holds(int row) {
    return states[row] != DEAD && states[row] != DOOMED;
  }

  /** Where the derivation is kept, see {@link Derivations}. */
  int derivation(int row) {
    return derivations[row];
  }

  void derivation(int row, int derivation) {
    derivations[row] = derivation;
  }

  /** The row of a triple, whatever its state, or -1. */
  int find(int s, int p, int o) {
    int mask = table.length - 1;
    long hash = hash(s, p, o);
    int slot = (int) hash & mask;
    for (long entry = table[slot]; entry != NONE; entry = table[slot]) {
      if ((entry ^ hash) >>> 32 == 0) {
        int at = 3 * (int) entry;
        if (terms[at] == s && terms[at + 1] == p && terms[at + 2] == o) {
          return (int) entry;
        }
      }
      slot = (slot + 1) & mask;
    }
    return NONE;
  }

  /** The row of a triple; a new one is {@link #DEAD}. */
  int row(int s, int p, int o) {
    int found = find(s, p, o);
    return found == NONE ? append(s, p, o) : found;
  }

  /** The newest row that agrees with the pattern where {@code access} looks, or -1. */
  int first(Access access, int s, int p, int o) {
    return switch (access) {
      case EXACT -> find(s, p, o);
      case SP -> firstSP.get(LongIntMap.key(s, p));
      case PO -> firstPO.get(LongIntMap.key(p, o));
      case S -> s < firstS.length ? firstS[s] : NONE;
      case P -> p < firstP.length ? firstP[p] : NONE;
      case O -> o < firstO.length ? firstO[o] : NONE;
      case ALL -> size - 1;
    };
  }

  /** The next older row after {@code row}, or -1. */
  int next(Access access, int row) {
    return switch (access) {
      case EXACT -> NONE;
      case SP -> nextSP[row];
      case PO -> nextPO[row];
      case S -> nextS[row];
      case P -> nextP[row];
      case O -> nextO[row];
      case ALL -> row - 1;
    };
  }

  private int append(int s, int p, int o) {
    if (size == states.length) {
      growColumns(size + (size >> 1));
    }
    int row = size++;
    dead++;
    terms[3 * row] = s;
    terms[3 * row + 1] = p;
    terms[3 * row + 2] = o;
    firstS = withRoom(firstS, s);
    firstP = withRoom(firstP, p);
    firstO = withRoom(firstO, o);
    nextS[row] = firstS[s];
    firstS[s] = row;
    nextP[row] = firstP[p];
    firstP[p] = row;
    nextO[row] = firstO[o];
    firstO[o] = row;
    nextSP[row] = firstSP.put(LongIntMap.key(s, p), row);
    nextPO[row] = firstPO.put(LongIntMap.key(p, o), row);
    if (size * 3L > table.length * 2L) {
      growTable(table.length * 2);
    } else {
      enter(row);
    }
    return row;
  }

  private void enter(int row) {
    int mask = table.length - 1;
    long hash = hash(s(row), p(row), o(row));
    int slot = (int) hash & mask;
    while (table[slot] != NONE) {
      slot = (slot + 1) & mask;
    }
    table[slot] = hash >>> 32 << 32 | row;
  }

  private void growTable(int length) {
    table = new long[length];
    Arrays.fill(table, NONE);
    for (int row = 0; row < size; row++) {
      enter(row);
    }
  }

  private void growColumns(int length) {
    terms = Arrays.copyOf(terms, 3 * length);
    derivations = Arrays.copyOf(derivations, length);
    states = Arrays.copyOf(states, length);
    nextS = Arrays.copyOf(nextS, length);
    nextP = Arrays.copyOf(nextP, length);
    nextO = Arrays.copyOf(nextO, length);
    nextSP = Arrays.copyOf(nextSP, length);
    nextPO = Arrays.copyOf(nextPO, length);
  }

  private static int[] withRoom(int[] heads, int id) {
    if (id < heads.length) {
      return heads;
    }
    int[] out = Arrays.copyOf(heads, Math.max(id + 1, heads.length + (heads.length >> 1) + 64));
    Arrays.fill(out, heads.length, out.length, NONE);
    return out;
  }

  private static long hash(int s, int p, int o) {
    long mixed = LongIntMap.key(s, o) * 0x9E3779B97F4A7C15L + p * 0xC2B2AE3D27D4EB4FL;
    mixed = (mixed ^ mixed >>> 32) * 0xD6E8FEB86659FD93L;
    return mixed ^ mixed >>> 32;
  }
}
