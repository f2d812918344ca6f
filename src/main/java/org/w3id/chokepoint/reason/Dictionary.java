package org.w3id.chokepoint.reason;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/** Numbers the RDF terms from 0 up; a number is never given twice. */
final class Dictionary {
  private static final int ABSENT = -1;
  private static final String INTERNAL = "x-chokepoint-internal:";

  private final List<Node> nodes = new ArrayList<>();
  private int[] hashes = new int[1 << 10];
  private final BitSet internal = new BitSet();
  private int[] table = new int[1 << 10];

  Dictionary() {
    Arrays.fill(table, ABSENT);
  }

  int size() {
    return nodes.size();
  }

  Node node(int id) {
    return nodes.get(id);
  }

  /** The number of {@code node}, or -1 when it has none. */
  int find(Node node) {
    return table[slot(node)];
  }

  /** The number of {@code node}, a new one when it has none. */
  int id(Node node) {
    int slot = slot(node);
    if (table[slot] != ABSENT) {
      return table[slot];
    }
    int id = nodes.size();
    nodes.add(node);
    if (id == hashes.length) {
      hashes = Arrays.copyOf(hashes, id * 2);
    }
    hashes[id] = node.hashCode();
    table[slot] = id;
    if (nodes.size() * 2 > table.length) {
      grow();
    }
    return id;
  }

  /** A term of the engine's own, which no triple that is read or written contains. */
  int internal(String name) {
    int id = id(NodeFactory.createURI(INTERNAL + name));
    internal.set(id);
    return id;
  }

  boolean isInternal(int id) {
    return internal.get(id);
  }

  private int slot(Node node) {
    int mask = table.length - 1;
    int hash = node.hashCode();
    int slot = spread(hash) & mask;
    while (table[slot] != ABSENT
        && (hashes[table[slot]] != hash || !nodes.get(table[slot]).equals(node))) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    table = new int[table.length * 2];
    Arrays.fill(table, ABSENT);
    int mask = table.length - 1;
    for (int id = 0; id < nodes.size(); id++) {
      int slot = spread(hashes[id]) & mask;
      while (table[slot] != ABSENT) {
        slot = (slot + 1) & mask;
      }
      table[slot] = id;
    }
  }

  private static int spread(int hash) {
    int mixed = hash * 0x9E3779B9;
    return mixed ^ (mixed >>> 15);
  }
}
