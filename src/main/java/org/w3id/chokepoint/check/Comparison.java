package org.w3id.chokepoint.check;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.graph.Terms;

/** What changed between two datasets, and which claims and events it touches. */
final class Comparison {
  private static final Node FACTS = Terms.graph("facts");
  private static final Node ACROSS = Terms.graph("across");
  private static final Node REFERENCE = Terms.graph("reference");

  private final Set<Node> things = new HashSet<>();
  private final Set<Triple> contents = new HashSet<>();
  private final Set<Node> doers = new HashSet<>();

  private final Set<String> faulty;
  private final Set<Node> spared = new HashSet<>();
  private final Set<Node> touched = new HashSet<>();

  /** What touched claims of kept articles say: shapes hold them against others that say it. */
  private final Set<Triple> compared = new HashSet<>();

  Comparison(Set<String> faulty) {
    this.faulty = faulty;
  }

  Untouched of(DatasetGraph before, DatasetGraph now, Set<Node> kept) {
    articles(before, kept);
    articles(now, kept);
    differing(
        before,
        now,
        FACTS,
        t -> {
          contents.add(t);
          doers.add(t.getSubject());
          doers.add(t.getObject());
        });
    differing(
        before,
        now,
        ACROSS,
        t -> {
          things.add(t.getSubject());
          if (t.getPredicate().equals(Terms.cp("conflictsWith"))) {
            things.add(t.getObject());
          }
        });
    kept.forEach(name -> judge(now.getGraph(name)));
    spared.removeAll(touched);
    Set<Node> quiet =
        kept.stream().filter(name -> isQuiet(now.getGraph(name))).collect(Collectors.toSet());
    return new Untouched(spared, quiet);
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
  private void judge(Graph article) {
    claims(article)
        .forEach(
            claim -> {
              if (spared(article, claim) && contentSpared(article, claim)) {
                spared.add(claim);
              } else {
                touched.add(claim);
                contents(article, claim, compared::add);
              }
            });
    events(article).forEach(event -> (spared(article, event) ? spared : touched).add(event));
  }

  private boolean isQuiet(Graph article) {
    return events(article).noneMatch(touched::contains)
        && claims(article)
            .noneMatch(claim -> touched.contains(claim) || says(article, claim, compared));
  }

  private static Stream<Node> claims(Graph article) {
    return subjects(article, RDF.type.asNode(), Terms.cp("Claim"));
  }

  private static Stream<Node> events(Graph article) {
    return subjects(article, Terms.cp("eventStatus"), Node.ANY);
  }

  private static Stream<Node> subjects(Graph article, Node predicate, Node object) {
    return article.find(Node.ANY, predicate, object).mapWith(Triple::getSubject).toList().stream();
  }

  private boolean spared(Graph article, Node node) {
    boolean attributed = article.contains(node, Terms.cp("attributedTo"), Node.ANY);
    return !things.contains(node)
        && !isFaulty(node)
        && values(article, node, "statedIn").stream().noneMatch(this::isFaulty)
        && values(article, node, "reportsEvent").stream().noneMatch(this::isFaulty)
        && !article
            .find(node, Node.ANY, Node.ANY)
            .mapWith(Triple::getObject)
            .filterKeep(o -> things.contains(o) || (attributed && doers.contains(o)))
            .hasNext();
  }

  private boolean isFaulty(Node node) {
    return !faulty.isEmpty() && node.isURI() && faulty.contains(node.getURI());
  }

  private boolean contentSpared(Graph article, Node claim) {
    return !says(article, claim, contents);
  }

  private static boolean says(Graph article, Node claim, Set<Triple> some) {
    Set<Triple> own = new HashSet<>();
    contents(article, claim, own::add);
    return own.stream().anyMatch(some::contains);
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
