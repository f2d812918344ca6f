package org.w3id.chokepoint.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.reason.Proof;

class ExplanationTest {
  private static final Triple FACT =
      Triple.create(id("actor/lunar-devices"), Terms.cp("develops"), id("tech/selene"));

  private static Node id(String name) {
    return NodeFactory.createURI(Terms.BASE + "id/" + name);
  }

  /** Named graphs with their union as default graph, as a server holds them. */
  private static DatasetGraph data() {
    DatasetGraph named = Sample.asserted();
    Graph union = GraphMemFactory.createDefaultGraph();
    named.find().forEachRemaining(quad -> union.add(quad.asTriple()));
    DatasetGraph data = DatasetGraphFactory.create(union);
    named.listGraphNodes().forEachRemaining(name -> data.addGraph(name, named.getGraph(name)));
    return data;
  }

  @Test
  void aLeafNamesItsGraphAndQuotesItsSentence() {
    Explanation explanation = Explanation.of(new Proof.Asserted(FACT), data());
    Explanation.Given given = assertInstanceOf(Explanation.Given.class, explanation.steps().get(0));
    assertEquals(List.of(Terms.BASE + "id/graph/facts"), given.graphs());
    assertEquals(
        List.of(
            new Evidence(
                Terms.BASE + "id/claim/000000000001",
                Terms.BASE + "id/article/moon-1#char-0-36",
                "Lunar Devices makes the Selene chip.",
                0,
                36,
                Terms.BASE + "id/article/moon-1",
                "Lunar Devices <script>alert(1)</script> & friends",
                "https://news.example/moon?id=1&x=2")),
        given.evidence());
  }

  @Test
  void heldClaimsAreNoEvidence() {
    Triple held = Triple.create(id("tech/selene"), Terms.cp("runsOn"), id("tech/tidewater"));
    assertEquals(List.of(), Evidence.of(held, data().getDefaultGraph()));
  }

  @Test
  void aStepThatSeveralNeedStandsOnce() {
    Proof leaf = new Proof.Asserted(FACT);
    Proof proof = leaf;
    for (int depth = 0; depth < 40; depth++) {
      Triple next = Triple.create(id("actor/n" + depth), Terms.cp("provides"), id("tech/selene"));
      proof = new Proof.Inferred(next, "test", List.of(proof, proof));
    }
    Explanation explanation = Explanation.of(proof, data());
    assertEquals(41, explanation.steps().size());
    assertEquals(List.of(1, 1), ((Explanation.Derived) explanation.steps().get(0)).premises());
    assertTrue(ExplanationText.json(explanation).length() < 20_000);
    Graph prov = ExplanationText.prov(explanation, "http://ex/explain");
    assertTrue(
        prov.contains(
            NodeFactory.createURI("http://ex/explain#step-40"),
            NodeFactory.createURI(Terms.PROV + "wasQuotedFrom"),
            id("article/moon-1#char-0-36")));
  }
}
