package org.w3id.chokepoint.cli;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.check.Checker;
import org.w3id.chokepoint.check.Finding;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.reason.Contradiction;
import org.w3id.chokepoint.snapshot.Indexed;
import org.w3id.chokepoint.snapshot.Mentions;

/**
 * Shapes held against data without having all of it in one graph: mentions, which are most of it,
 * are looked at some articles at a time, as their shapes look at nothing but the article.
 *
 * @param shapes with those marked as near
 * @param ontology for its class tree
 */
record Shaped(Graph shapes, Graph ontology) {
  private static final int ARTICLES = 2000;

  /**
   * The findings, worst first.
   *
   * @param mentioning graphs of articles whose mentions were not looked at before
   */
  List<Finding> check(
      DatasetGraph data, Stream<Graph> mentioning, List<Contradiction> contradictions) {
    List<Finding> out = new ArrayList<>();
    for (Iterator<Graph> left = mentioning.iterator(); left.hasNext(); ) {
      out.addAll(mentions(left));
    }
    Graph all =
        Indexed.graph(
            Iter.asStream(data.listGraphNodes())
                .flatMap(name -> Mentions.leftOut(data.getGraph(name)).stream()));
    out.addAll(Checker.check(all, shapes, contradictions));
    return Checker.sorted(out);
  }

  private List<Finding> mentions(Iterator<Graph> articles) {
    Graph all = GraphMemFactory.createGraphMemRoaring();
    ontology.find().forEach(all::add);
    for (int i = 0; i < ARTICLES && articles.hasNext(); i++) {
      Graph article = articles.next();
      Mentions.stretches(article).forEachRemaining(all::add);
      article.find(Node.ANY, RDF.type.asNode(), Terms.cp("Article")).forEach(all::add);
    }
    return Checker.near(all, shapes, node -> !Mentions.contain(node, all));
  }
}
