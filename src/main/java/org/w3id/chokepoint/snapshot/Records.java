package org.w3id.chokepoint.snapshot;

import java.util.List;
import java.util.function.Predicate;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * What records who says what: articles with their stretches of text, claims, runs, and what
 * articles say together. It is most of the data, and nothing follows from it: axioms say of it no
 * more than which class stands where, and the classes are in the data.
 */
public final class Records {
  private static final List<String> KINDS =
      List.of("article/", "claim/", "corroboration/", "state/", "run/");

  private Records() {}

  /** Whether a node is a record and no thing that articles speak of. */
  public static boolean contain(Node node) {
    return node.isURI() && isRecord(node.getURI());
  }

  /** Whether a node is an event: what follows of one follows from what is told of it alone. */
  public static boolean isEvent(Node node) {
    return node.isURI() && isOf("event/", node.getURI());
  }

  private static boolean isRecord(String iri) {
    return KINDS.stream().anyMatch(kind -> isOf(kind, iri));
  }

  private static boolean isOf(String kind, String iri) {
    return iri.startsWith(kind, iri.indexOf("/id/") + "/id/".length());
  }

  /**
   * The triples of named graphs but for those that speak of records, and for dates and amounts of
   * events, by which events that have nothing to do with one another would be tied; not a copy.
   */
  public static Graph leftOut(DatasetGraph data) {
    List<Graph> graphs = Iter.iter(data.listGraphNodes()).map(data::getGraph).toList();
    return new GraphBase() {
      @Override
      protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return WrappedIterator.create(
            Iter.flatMap(
                graphs.iterator(),
                graph ->
                    without(graph, pattern, Records::contain)
                        .filterDrop(t -> t.getObject().isLiteral() && isEvent(t.getSubject()))));
      }

      /** An upper bound: whoever asks wants to make room. */
      @Override
      protected int graphBaseSize() {
        return graphs.stream().mapToInt(Graph::size).sum() / 2;
      }
    };
  }

  /**
   * The triples found but for those of some subjects; graphs give a subject's one after another.
   */
  static ExtendedIterator<Triple> without(Graph graph, Triple pattern, Predicate<Node> left) {
    return graph
        .find(pattern)
        .filterDrop(
            new Predicate<>() {
              private Node last = Node.ANY;
              private boolean out;

              @Override
              public boolean test(Triple triple) {
                if (!triple.getSubject().equals(last)) {
                  last = triple.getSubject();
                  out = left.test(last);
                }
                return out;
              }
            });
  }
}
