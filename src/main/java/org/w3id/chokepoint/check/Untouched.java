package org.w3id.chokepoint.check;

import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;

/**
 * Claims and events of articles that did not change, told of things that did not change either: a
 * shape that found no fault with one of them finds none now. What a verdict rests on besides the
 * article is what the claim names, other tellings of the same, and what its speaker does.
 *
 * @param spared these claims and events
 * @param quiet names of graphs whose claims and events are all spared, and of which no verdict on
 *     another claim rests
 */
public record Untouched(Set<Node> spared, Set<Node> quiet) {
  /** Nothing is known of before. */
  public static Untouched nothing() {
    return new Untouched(Set.of(), Set.of());
  }

  /**
   * Compares two datasets.
   *
   * @param kept names of the graphs that both have with the same triples
   * @param faulty IRIs of nodes on which some shape had something to say before
   */
  public static Untouched in(
      DatasetGraph before, DatasetGraph now, Set<Node> kept, Set<String> faulty) {
    return new Comparison(faulty).of(before, now, kept);
  }

  /**
   * All that shapes have to see, in one graph: of quiet articles only what they say of things.
   *
   * @param part what of a graph is to be seen at all
   */
  public Graph seen(DatasetGraph data, UnaryOperator<Graph> part) {
    Graph all = GraphMemFactory.createGraphMemRoaring();
    data.listGraphNodes()
        .forEachRemaining(
            name -> {
              boolean whole = !quiet.contains(name);
              part.apply(data.getGraph(name))
                  .find()
                  .filterKeep(t -> whole || !isSpared(t.getSubject()))
                  .forEach(all::add);
            });
    return all;
  }

  private boolean isSpared(Node node) {
    return spared.contains(node) || (node.isURI() && node.getURI().indexOf('#') > 0);
  }
}
