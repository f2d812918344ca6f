package org.w3id.chokepoint.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;

/** Triples come and go by chance: every question is answered as Jena's graph in memory does. */
class CompactGraphTest {
  private static final int TERMS = 6;

  @Test
  void answersAsJenasGraph() {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      Graph expected = GraphMemFactory.createDefaultGraph();
      for (int i = random.nextInt(40); i > 0; i--) {
        expected.add(triple(random));
      }
      Graph compact = CompactGraph.of(expected);
      for (int i = 0; i < 40; i++) {
        Triple triple = triple(random);
        if (random.nextBoolean()) {
          expected.add(triple);
          compact.add(triple);
        } else {
          expected.delete(triple);
          compact.delete(triple);
        }
        assertEquals(expected.size(), compact.size());
        for (Node s : List.of(Node.ANY, term(random))) {
          for (Node p : List.of(Node.ANY, term(random))) {
            for (Node o : List.of(Node.ANY, term(random))) {
              assertEquals(expected.find(s, p, o).toSet(), compact.find(s, p, o).toSet());
            }
          }
        }
      }
    }
  }

  private static Triple triple(Random random) {
    return Triple.create(term(random), term(random), term(random));
  }

  private static Node term(Random random) {
    return NodeFactory.createURI("http://ex/" + random.nextInt(TERMS));
  }
}
