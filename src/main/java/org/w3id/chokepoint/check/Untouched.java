package org.w3id.chokepoint.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.graph.Terms;

/**
 * Claims and events of articles that did not change, told of things that did not change either: a
 * shape that found no fault with one of them finds none now. What a verdict rests on besides the
 * article is what the claim names, other tellings of the same, and what its speaker does.
 */
public final class Untouched {
  private static final Node FACTS = Terms.graph("facts");
  private static final Node ACROSS = Terms.graph("across");
  private static final Node REFERENCE = Terms.graph("reference");

  private final Set<Node> things = new HashSet<>();
  private final Set<Triple> contents = new HashSet<>();
  private final Set<Node> doers = new HashSet<>();

  private Untouched() {}

  /**
   * Compares two datasets.
   *
   * @param kept names of the graphs that both have with the same triples
   */
  public static Set<Node> in(DatasetGraph before, DatasetGraph now, Set<Node> kept) {
    Untouched changes = new Untouched();
    changes.articles(before, kept);
    changes.articles(now, kept);
    changes.differing(
        before,
        now,
        FACTS,
        t -> {
          changes.contents.add(t);
          changes.doers.add(t.getSubject());
          changes.doers.add(t.getObject());
        });
    changes.differing(
        before,
        now,
        ACROSS,
        t -> {
          changes.things.add(t.getSubject());
          if (t.getPredicate().equals(Terms.cp("conflictsWith"))) {
            changes.things.add(t.getObject());
          }
        });
    Set<Node> spared = new HashSet<>();
    Set<Node> touched = new HashSet<>();
    kept.forEach(name -> changes.judge(now.getGraph(name), spared, touched));
    spared.removeAll(touched);
    return spared;
  }

  /** What articles that are not kept describe, and what they claim. */
  private void articles(DatasetGraph data, Set<Node> kept) {
    Graph reference = data.getGraph(REFERENCE);
    data.listGraphNodes()
        .forEachRemaining(
            name -> {
              Graph graph = data.getGraph(name);
              if (!kept.contains(name)
                  && graph.contains(Node.ANY, RDF.type.asNode(), Terms.cp("Article"))) {
                graph
                    .find()
                    .filterDrop(reference::contains)
                    .forEach(t -> things.add(t.getSubject()));
                graph
                    .find(Node.ANY, Terms.cp("claimPredicate"), Node.ANY)
                    .forEach(t -> contents(graph, t.getSubject(), contents::add));
              }
            });
  }

  private void differing(DatasetGraph before, DatasetGraph now, Node name, Consumer<Triple> each) {
    Graph old = before.getGraph(name);
    Graph young = now.getGraph(name);
    old.find().filterDrop(young::contains).forEach(each);
    young.find().filterDrop(old::contains).forEach(each);
  }

  /** An event may be told by several articles, and is spared by all or not at all. */
  private void judge(Graph article, Set<Node> spared, Set<Node> touched) {
    article
        .find(Node.ANY, RDF.type.asNode(), Terms.cp("Claim"))
        .mapWith(Triple::getSubject)
        .forEach(
            claim ->
                (spared(article, claim) && contentSpared(article, claim) ? spared : touched)
                    .add(claim));
    article
        .find(Node.ANY, Terms.cp("eventStatus"), Node.ANY)
        .mapWith(Triple::getSubject)
        .forEach(event -> (spared(article, event) ? spared : touched).add(event));
  }

  private boolean spared(Graph article, Node node) {
    boolean attributed = article.contains(node, Terms.cp("attributedTo"), Node.ANY);
    return !things.contains(node)
        && !article
            .find(node, Node.ANY, Node.ANY)
            .mapWith(Triple::getObject)
            .filterKeep(o -> things.contains(o) || (attributed && doers.contains(o)))
            .hasNext();
  }

  private boolean contentSpared(Graph article, Node claim) {
    Set<Triple> own = new HashSet<>();
    contents(article, claim, own::add);
    own.retainAll(contents);
    return own.isEmpty();
  }

  /** What a claim says, each combination where a slot is filled twice. */
  private static void contents(Graph article, Node claim, Consumer<Triple> each) {
    for (Node s : values(article, claim, "claimSubject")) {
      for (Node p : values(article, claim, "claimPredicate")) {
        values(article, claim, "claimObject").forEach(o -> each.accept(Triple.create(s, p, o)));
      }
    }
  }

  private static Set<Node> values(Graph article, Node claim, String slot) {
    return article.find(claim, Terms.cp(slot), Node.ANY).mapWith(Triple::getObject).toSet();
  }
}
