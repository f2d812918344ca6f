package org.w3id.chokepoint.reason;

import java.util.Arrays;

/** First in, first out, without boxing. */
final class IntQueue {
  private int[] items = new int[1 << 8];
  private int head;
  private int tail;

  boolean isEmpty() {
    return head == tail;
  }

  void add(int item) {
    if (tail == items.length) {
      if (head > items.length / 2) {
        System.arraycopy(items, head, items, 0, tail - head);
        tail -= head;
        head = 0;
      } else {
        items = Arrays.copyOf(items, items.length * 2);
      }
    }
    items[tail++] = item;
  }

  int remove() {
    int item = items[head++];
    if (head == tail) {
      head = 0;
      tail = 0;
      if (items.length > 1 << 12) {
        items = new int[1 << 8];
      }
    }
    return item;
  }
}
