package org.w3id.chokepoint.text;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The syntax of a sentence, worked out when it is first asked for: most of the time of reading goes
 * there, and many trees nobody looks at. Equal to itself only. For one thread at a time.
 */
public final class Tree {
  private @Nullable Supplier<List<Edge>> source;
  private List<Edge> edges = List.of();

  Tree(Supplier<List<Edge>> source) {
    this.source = source;
  }

  /** What each word depends on. */
  List<Edge> edges() {
    Supplier<List<Edge>> unasked = source;
    if (unasked != null) {
      edges = unasked.get();
      source = null;
    }
    return edges;
  }
}
