package org.w3id.chokepoint.text.parser;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A word of a sentence while it is read; number 0 is the root above the sentence. */
final class Node {
  /** NLP4J's text for whatever the root is asked. */
  static final Print ROOT = Print.of("@#r$%");

  private static final Print[] VALENCIES = valencies();

  final int id;
  final Word word;
  final long[] hashes = new long[Slot.COUNT];
  final long[] powers = new long[Slot.COUNT];
  long gazetteers;
  long[] listed = Gazetteers.NOTHING;
  String tag = "";
  String lemma = "";
  String name = "O";
  String relation = "";
  @Nullable Node head;
  private Node[] dependents = new Node[4];
  private int size;

  Node(int id, Word word) {
    this.id = id;
    this.word = word;
    for (int i = 0; i < Slot.COUNT; i++) {
      hashes[i] = word.prints()[i].hash();
      powers[i] = word.prints()[i].power();
    }
    put(Slot.VALENCY_ALL, VALENCIES[0]);
  }

  void put(Slot slot, Print print) {
    hashes[slot.ordinal()] = print.hash();
    powers[slot.ordinal()] = print.power();
  }

  boolean under(Node other) {
    for (Node above = head; above != null; above = above.head) {
      if (above == other) {
        return true;
      }
    }
    return false;
  }

  void hang(Node above, String label, Print print) {
    if (head != null) {
      head.drop(this);
    }
    above.take(this);
    head = above;
    relation = label;
    put(Slot.DEPENDENCY_LABEL, print);
  }

  /** The dependent that is {@code order} places from the leftmost, if it stands to the left. */
  @Nullable Node left(int order) {
    return order < size && dependents[order].id < id ? dependents[order] : null;
  }

  /** The dependent that is {@code order} places from the rightmost, if it stands to the right. */
  @Nullable Node right(int order) {
    int i = size - 1 - order;
    return i >= 0 && dependents[i].id > id ? dependents[i] : null;
  }

  /** The sibling {@code order} places before the nearest one on the left. */
  @Nullable Node leftSibling(int order) {
    if (head == null) {
      return null;
    }
    int i = head.place(this) - 1 - order;
    return i >= 0 ? head.dependents[i] : null;
  }

  private void take(Node below) {
    if (size == dependents.length) {
      dependents = Arrays.copyOf(dependents, 2 * size);
    }
    int i = place(below);
    System.arraycopy(dependents, i, dependents, i + 1, size - i);
    dependents[i] = below;
    size++;
    weigh();
  }

  private void drop(Node below) {
    int i = place(below);
    System.arraycopy(dependents, i + 1, dependents, i, --size - i);
    weigh();
  }

  /** Where a dependent stands in the order of the sentence, or would. */
  private int place(Node below) {
    int i = 0;
    while (i < size && dependents[i].id < below.id) {
      i++;
    }
    return i;
  }

  private void weigh() {
    int left = left(0) == null ? 0 : left(1) == null ? 1 : 2;
    int right = right(0) == null ? 0 : right(1) == null ? 1 : 2;
    put(Slot.VALENCY_ALL, VALENCIES[3 * left + right]);
  }

  private static Print[] valencies() {
    Print[] out = new Print[9];
    for (int i = 0; i < out.length; i++) {
      out[i] = Print.of("<".repeat(i / 3) + "-" + ">".repeat(i % 3));
    }
    return out;
  }
}
