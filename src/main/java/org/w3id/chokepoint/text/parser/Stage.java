package org.w3id.chokepoint.text.parser;

import org.jspecify.annotations.Nullable;

/** Where a model stands in a sentence. The root is the first of the nodes. */
abstract class Stage {
  final Node[] nodes;

  Stage(Node[] nodes) {
    this.nodes = nodes;
  }

  /** The node that a feature starts from: {@code i}, {@code j} or {@code k} and a distance. */
  abstract @Nullable Node node(char source, int window);

  boolean first(Node node) {
    return node == nodes[1];
  }

  boolean last(Node node) {
    return node == nodes[nodes.length - 1];
  }
}
