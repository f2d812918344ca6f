package org.w3id.chokepoint.reason;

import java.util.Arrays;

/**
 * Triples of term numbers in columns, each triple known by its row. A row is never taken away: a
 * triple that no longer holds becomes {@link #DEAD} and may live again. Rows with the same subject,
 * predicate, object or pair of them are chained, newest first.
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

  private int[] subjects = new int[1 << 8];
  private int[] predicates = new int[1 << 8];
  private int[] objects = new int[1 << 8];
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
  private int[] table = new int[1 << 9];
  private int size;

  TripleStore() {
    Arrays.fill(table, NONE);
  }

  int size() {
    return size;
  }

  int s(int row) {
    return subjects[row];
  }

  int p(int row) {
    return predicates[row];
  }

  int o(int row) {
    return objects[row];
  }

  byte state(int row) {
    return states[row];
  }

  void state(int row, byte state) {
    states[row] = state;
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
    int slot = hash(s, p, o) & mask;
    while (table[slot] != NONE) {
      int row = table[slot];
      if (subjects[row] == s && predicates[row] == p && objects[row] == o) {
        return row;
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
    if (size == subjects.length) {
      growColumns(size + (size >> 1));
    }
    int row = size++;
    subjects[row] = s;
    predicates[row] = p;
    objects[row] = o;
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
      growTable();
    } else {
      enter(row);
    }
    return row;
  }

  private void enter(int row) {
    int mask = table.length - 1;
    int slot = hash(subjects[row], predicates[row], objects[row]) & mask;
    while (table[slot] != NONE) {
      slot = (slot + 1) & mask;
    }
    table[slot] = row;
  }

  private void growTable() {
    table = new int[table.length * 2];
    Arrays.fill(table, NONE);
    for (int row = 0; row < size; row++) {
      enter(row);
    }
  }

  private void growColumns(int length) {
    subjects = Arrays.copyOf(subjects, length);
    predicates = Arrays.copyOf(predicates, length);
    objects = Arrays.copyOf(objects, length);
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

  private static int hash(int s, int p, int o) {
    return LongIntMap.spread(LongIntMap.key(s, o) * 0x9E3779B97F4A7C15L + p * 0xC2B2AE3D27D4EB4FL);
  }
}
