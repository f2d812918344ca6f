package org.w3id.chokepoint.graph;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;

/** Puts the named graphs together: articles, reference, ontology, run, and the facts they carry. */
public final class DatasetBuilder {
  private final DatasetGraph dataset = DatasetGraphFactory.createGeneral();
  private final Node run;

  /**
   * Starts a dataset.
   *
   * @param tool name and version of the software, part of the run's IRI
   */
  public DatasetBuilder(String tool, Graph ontology, Graph reference) {
    this.run = run(tool);
    put(Terms.graph("ontology"), ontology);
    put(Terms.graph("reference"), reference);
    Node graph = Terms.graph("run");
    dataset.add(graph, run, RDF.type.asNode(), Terms.cp("ExtractionRun"));
    dataset.add(
        graph,
        run,
        Terms.prov("wasAssociatedWith"),
        Terms.iri(Terms.ID + "software/" + slug(tool)));
  }

  /** The run that a version of the tool makes: the same for the same version, on any day. */
  public static Node run(String tool) {
    return Terms.iri(Terms.ID + "run/" + slug(tool));
  }

  /** Adds the graph of one article, not a copy, and asserts the triples of its accepted claims. */
  public void add(Node name, Graph article) {
    put(name, article);
    Node facts = Terms.graph("facts");
    article
        .find(Node.ANY, Terms.cp("claimStatus"), Terms.cp("Accepted"))
        .mapWith(Triple::getSubject)
        .forEach(
            claim -> {
              Optional<Node> s = slot(article, claim, "claimSubject");
              Optional<Node> p = slot(article, claim, "claimPredicate");
              Optional<Node> o = slot(article, claim, "claimObject");
              if (s.isPresent() && p.isPresent() && o.isPresent()) {
                dataset.add(facts, s.get(), p.get(), o.get());
              }
            });
    article
        .find(Node.ANY, RDF.type.asNode(), Terms.cp("Article"))
        .forEach(t -> dataset.add(Terms.graph("run"), run, Terms.prov("used"), t.getSubject()));
  }

  /** Dates the run: the day given, never the clock. */
  public void date(LocalDate day) {
    Node time = NodeFactory.createLiteralDT(day + "T00:00:00Z", XSDDatatype.XSDdateTime);
    dataset.add(Terms.graph("run"), run, Terms.prov("startedAtTime"), time);
  }

  /** The dataset; its default graph is empty. */
  public DatasetGraph build() {
    return dataset;
  }

  private void put(Node name, Graph graph) {
    if (!graph.isEmpty()) {
      dataset.addGraph(name, graph);
    }
  }

  private static Optional<Node> slot(Graph graph, Node claim, String property) {
    return graph
        .find(claim, Terms.cp(property), Node.ANY)
        .mapWith(Triple::getObject)
        .nextOptional();
  }

  private static String slug(String tool) {
    return org.w3id.chokepoint.mention.Slug.of(tool);
  }
}
