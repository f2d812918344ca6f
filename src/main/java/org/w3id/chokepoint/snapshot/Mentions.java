package org.w3id.chokepoint.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.snapshot.NQuadsReader.Sink;

/**
 * Stretches of text that name something, and not the passages that claims rest on. They are most of
 * the data, no axiom speaks of them, and what articles say together does not look at them.
 */
public final class Mentions implements NQuadsReader.Sink {
  private static final Node PASSAGE = Terms.cp("Passage");

  private final Sink sink;
  private final List<Line> held = new ArrayList<>();
  private boolean passage;
  private @Nullable Node last;

  private record Line(@Nullable Node graph, Node subject, Node predicate, Node object) {}

  private Mentions(Sink sink) {
    this.sink = sink;
  }

  /** Whether a node of a graph is one. */
  public static boolean contain(Node node, Graph graph) {
    return isStretch(node) && !graph.contains(node, RDF.type.asNode(), PASSAGE);
  }

  private static boolean isStretch(Node node) {
    return node.isURI()
        && node.getURI().indexOf('#') > 0
        && node.getURI().startsWith("article/", node.getURI().indexOf("/id/") + 4);
  }

  /** Passes on all lines that do not speak of mentions; those of a subject must come together. */
  static void leftOut(NQuadsReader reader, Sink sink) throws java.io.IOException {
    Mentions mentions = new Mentions(sink);
    reader.read(mentions);
    mentions.release();
  }

  @Override
  public void quad(@Nullable Node graph, Node subject, Node predicate, Node object) {
    if (!subject.equals(last)) {
      release();
      last = subject;
      passage = !isStretch(subject);
    }
    if (passage) {
      sink.quad(graph, subject, predicate, object);
    } else {
      held.add(new Line(graph, subject, predicate, object));
      if (object.equals(PASSAGE)) {
        passage = true;
        release();
      }
    }
  }

  private void release() {
    if (passage) {
      held.forEach(q -> sink.quad(q.graph(), q.subject(), q.predicate(), q.object()));
    }
    held.clear();
  }
}
