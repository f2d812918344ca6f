package org.w3id.chokepoint.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.reasoner.InfGraph;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;

/**
 * Jena's generic rule engine, given the same rules, concludes the same. How many random graphs:
 * system property {@code reason.graphs}, else 200.
 */
class OtherEngineTest {
  private static final int GRAPHS = Integer.getInteger("reason.graphs", 200);
  private static final int LONGEST_LIST = 4;

  @Test
  void jenaConcludesTheSameOnRandomGraphs() {
    System.out.println("compared with Jena: " + GRAPHS + " seeds from 0");
    for (int seed = 0; seed < GRAPHS; seed++) {
      Random random = new Random(seed);
      RandomTriples source = new RandomTriples(random, true, seed % 4 != 0);
      Set<Triple> asserted = source.draw(15 + random.nextInt(20));
      asserted.removeIf(t -> t.getObject().isLiteral() || isBackward(t));
      compare(RandomTriples.graph(asserted), "seed " + seed);
    }
  }

  @Test
  void jenaConcludesTheSameOnTheField() {
    Graph field = Graphs.union(Graphs.ontology(), Graphs.resource("field.ttl"));
    field.find().filterKeep(t -> t.getObject().isLiteral()).toList().forEach(field::delete);
    compare(field, "field");
  }

  private static void compare(Graph asserted, String where) {
    Closure ours = Closure.of(asserted);
    InfGraph theirs = JenaRules.close(asserted, LONGEST_LIST);
    Set<String> clashes = new TreeSet<>();
    Set<String> their = new TreeSet<>();
    theirs
        .find()
        .forEach(
            t -> {
              if (t.getPredicate().equals(JenaRules.CLASH)) {
                clashes.add(t.getObject().getLiteralLexicalForm());
              } else if (isTold(t)) {
                their.add(t.toString());
              }
            });
    Set<String> our = new TreeSet<>();
    ours.graph().find().filterKeep(OtherEngineTest::isTold).forEach(t -> our.add(t.toString()));
    Set<String> missing = new TreeSet<>(their);
    missing.removeAll(our);
    our.removeAll(their);
    assertEquals("[] []", missing + " " + our, where + ": missing, extra");
    Set<String> ourClashes = new TreeSet<>();
    ours.contradictions().forEach(c -> ourClashes.add(c.rule()));
    assertEquals(clashes, ourClashes, where);
  }

  private static boolean isTold(Triple t) {
    Node s = t.getSubject();
    return !s.isLiteral()
        && !t.getPredicate().toString().startsWith("x-chokepoint")
        && !(t.getPredicate().equals(OWL2.sameAs.asNode()) && s.equals(t.getObject()));
  }

  /** A list that goes back has no end, and Jena's rules know lists up to a length only. */
  private static boolean isBackward(Triple t) {
    return t.getPredicate().equals(RDF.Nodes.rest)
        && t.getObject().toString().contains("example")
        && t.getSubject().toString().compareTo(t.getObject().toString()) >= 0;
  }
}
