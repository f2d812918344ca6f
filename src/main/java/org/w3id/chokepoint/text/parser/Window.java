package org.w3id.chokepoint.text.parser;

import org.jspecify.annotations.Nullable;

/** A model that reads a sentence from left to right. The root is no neighbour of a word. */
final class Window extends Stage {
  private int input = 1;

  Window(Node[] nodes) {
    super(nodes);
  }

  boolean atEnd() {
    return input == nodes.length;
  }

  Node next() {
    return nodes[input++];
  }

  @Override
  @Nullable Node node(char source, int window) {
    int i = input + window;
    return i >= 1 && i < nodes.length ? nodes[i] : null;
  }
}
