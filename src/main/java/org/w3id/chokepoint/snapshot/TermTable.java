package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a snapshot by number, and their numbers. Those of a kept file are made when asked
 * for.
 */
final class TermTable {
  /** The numbers by hash, one more than they are; 0 where there is none. At most half full. */
  private int[] slots;

  private @Nullable Node[] nodes;
  private int size;
  private final int[] starts;
  private final byte[] texts;

  /** An empty table, to be filled. */
  TermTable() {
    this(new int[1 << 12], 0, new int[0], new byte[0]);
  }

  private TermTable(int[] slots, int size, int[] starts, byte[] texts) {
    this.slots = slots;
    this.nodes = new Node[Math.max(size, slots.length / 2)];
    this.size = size;
    this.starts = starts;
    this.texts = texts;
  }

  int size() {
    return size;
  }

  /** The term with a number. Two threads may both make it; it is the same. */
  Node node(int number) {
    Node known = nodes[number];
    if (known == null) {
      try {
        known = NQuadsReader.node(texts, starts[number], starts[number + 1]);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      nodes[number] = known;
    }
    return known;
  }

  /** The number of a term; -1 where it is not in the table. */
  int find(Node node) {
    return slots[slot(node)] - 1;
  }

  /** The same, which adds the term where it is new. */
  int add(Node node) {
    int slot = slot(node);
    if (slots[slot] == 0) {
      if (size == nodes.length) {
        grow();
        slot = slot(node);
      }
      nodes[size++] = node;
      slots[slot] = size;
    }
    return slots[slot] - 1;
  }

  private int slot(Node node) {
    int slot = spread(hash(node)) & slots.length - 1;
    while (slots[slot] != 0 && !node(slots[slot] - 1).equals(node)) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }

  /** Of the text alone, as that is the same in every process. */
  private static int hash(Node node) {
    return node.isURI()
        ? node.getURI().hashCode()
        : node.isLiteral()
            ? 31 * node.getLiteralLexicalForm().hashCode() + 1
            : node.toString().hashCode();
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ mixed >>> 15;
  }

  private void grow() {
    slots = new int[2 * slots.length];
    nodes = Arrays.copyOf(nodes, slots.length / 2);
    for (int i = 0; i < size; i++) {
      slots[slot(node(i))] = i + 1;
    }
  }

  void write(IndexFile.Out out) throws IOException {
    int[] starts = new int[size + 1];
    byte[][] texts = new byte[size][];
    for (int i = 0; i < size; i++) {
      texts[i] = text(node(i)).getBytes(StandardCharsets.UTF_8);
      starts[i + 1] = starts[i] + texts[i].length;
      if (starts[i + 1] < 0) {
        throw new IOException("the terms are longer than an array");
      }
    }
    out.ints(slots);
    out.ints(starts);
    out.bytes(texts, starts[size]);
  }

  static TermTable read(IndexFile.In in) {
    int[] slots = in.ints();
    int[] starts = in.ints();
    return new TermTable(slots, starts.length - 1, starts, in.bytes());
  }

  private static String text(Node node) {
    if (node.isBlank()) {
      return "_:" + node.getBlankNodeLabel();
    }
    StringBuilder out = new StringBuilder();
    TermText.append(node, out);
    return out.toString();
  }
}
