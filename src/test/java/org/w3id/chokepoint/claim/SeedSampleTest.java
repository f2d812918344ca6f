package org.w3id.chokepoint.claim;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.article.ArticleReader;
import org.w3id.chokepoint.graph.ArticleGraph;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.text.Parser;

/** The claims of the seed article beside those that a person found in it by hand. */
class SeedSampleTest {
  private static final Path SAMPLE = Path.of("../shared/ontology/seed-sample.trig");
  private static final Path SEED = Path.of("seeds/000_b53f7cca5a8d9a5e.txt");
  private static Graph ours;

  @BeforeAll
  static void read() throws IOException {
    Reader reader = new Reader(Knowledge.load(Path.of("")), Parser.annotator());
    var article =
        (org.w3id.chokepoint.article.Reading.Accepted) ArticleReader.read(SEED).getFirst();
    ours = ArticleGraph.of(reader.read(article.article()), Terms.iri("urn:run"));
  }

  @Test
  void findsAtLeastEighteenOfTheTwentyOneClaims() {
    assumeTrue(Files.exists(SAMPLE), SAMPLE + " is not here; the comparison is skipped");
    Set<String> found = contents(ours);
    List<String> missing = new ArrayList<>(contents(sample()));
    int all = missing.size();
    missing.removeAll(found);
    assertTrue(
        all - missing.size() >= 20, "missing " + missing + "\nfound " + String.join("\n", found));
  }

  @Test
  void holdsWhatIsOnlyUrgedPlannedOrReported() {
    Set<String> accepted =
        contents(ours).stream().filter(c -> c.endsWith("Accepted")).collect(Collectors.toSet());
    for (String word :
        List.of("Request", "CessationEvent", "suppliesTo", "runsOn", "TechnologyEvent")) {
      assertTrue(accepted.stream().noneMatch(c -> c.contains(word)), word + " in " + accepted);
    }
  }

  private static Graph sample() {
    DatasetGraph data = RDFDataMgr.loadDatasetGraph(SAMPLE.toUri().toString());
    Graph all = GraphFactory.createDefaultGraph();
    data.find().forEachRemaining(q -> all.add(q.asTriple()));
    return all;
  }

  /**
   * A line a claim: subject, predicate and object, or the event's class and roles; then its values.
   */
  private static Set<String> contents(Graph g) {
    Set<String> out = new TreeSet<>();
    g.find(Node.ANY, RDF.type.asNode(), Terms.cp("Claim"))
        .mapWith(t -> t.getSubject())
        .forEach(
            c -> {
              String content =
                  g.contains(c, Terms.cp("claimPredicate"), Node.ANY)
                      ? one(g, c, "claimSubject")
                          + " "
                          + one(g, c, "claimPredicate")
                          + " "
                          + one(g, c, "claimObject")
                      : event(g, g.find(c, Terms.cp("reportsEvent"), Node.ANY).next().getObject());
              out.add(
                  content
                      + " | "
                      + one(g, c, "certainty")
                      + " "
                      + one(g, c, "polarity")
                      + " "
                      + one(g, c, "realization")
                      + " "
                      + one(g, c, "claimStatus"));
            });
    return out;
  }

  private static String event(Graph g, Node event) {
    String kind =
        g
            .find(event, RDF.type.asNode(), Node.ANY)
            .mapWith(t -> local(t.getObject()))
            .toList()
            .stream()
            .filter(
                k -> !Set.of("CommunicationEvent", "PolicyEvent", "CommercialEvent").contains(k))
            .filter(
                k ->
                    !k.equals("TechnologyEvent")
                        || g.find(event, RDF.type.asNode(), Node.ANY).toList().size() == 1)
            .sorted()
            .collect(Collectors.joining("+"));
    return kind
        + roles(g, event, "hasAgent")
        + roles(g, event, "hasObject")
        + roles(g, event, "hasRecipient");
  }

  /** Participants by name; an event among them by its class, for its IRI is the writer's choice. */
  private static String roles(Graph g, Node event, String role) {
    return g.find(event, Terms.cp(role), Node.ANY).mapWith(t -> t.getObject()).toList().stream()
        .map(o -> o.getURI().contains("/event/") ? "(" + event(g, o) + ")" : local(o))
        .sorted()
        .toList()
        .toString();
  }

  private static String one(Graph g, Node s, String property) {
    return g
        .find(s, Terms.cp(property), Node.ANY)
        .mapWith(t -> local(t.getObject()))
        .toList()
        .stream()
        .sorted()
        .findFirst()
        .orElse("");
  }

  private static String local(Node node) {
    return node.isURI() ? node.getURI().replaceAll("^.*[/#]", "") : node.getLiteralLexicalForm();
  }
}
