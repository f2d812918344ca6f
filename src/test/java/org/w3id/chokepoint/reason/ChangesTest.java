package org.w3id.chokepoint.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;

/**
 * Facts and axioms come and go in random batches; after each the closure equals a fresh one. How
 * many rounds: system property {@code reason.rounds}, else 1,000.
 */
class ChangesTest {
  private static final int ROUNDS = Integer.getInteger("reason.rounds", 1000);
  private static final int BATCHES = 10;

  @Test
  void everyChangeEqualsAFreshClosure() {
    int seeds = (ROUNDS + BATCHES - 1) / BATCHES;
    System.out.println("random changes: " + seeds + " seeds from 0, " + BATCHES + " batches each");
    for (int seed = 0; seed < seeds; seed++) {
      changes(seed);
    }
  }

  @Test
  void whatIsTakenBackLeavesNoRowsForEver() {
    Closure closure = Closure.of(RandomTriples.graph(Set.of()));
    closure.add(Set.of(fact("part", RDFS.subPropertyOf.asNode(), "whole")));
    long most = 0;
    for (int round = 0; round < 40; round++) {
      List<Triple> batch = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        batch.add(fact("s" + round + "x" + i, iri("part"), "o" + i));
      }
      closure.add(batch);
      closure.delete(batch);
      most = Math.max(most, closure.rows());
    }
    assertTrue(most < 40_000, "80,000 rows came and went, " + most + " were kept at most");
    closure.add(Set.of(fact("a", iri("part"), "b")));
    assertTrue(closure.graph().contains(fact("a", iri("whole"), "b")));
  }

  private static Triple fact(String s, Node p, String o) {
    return Triple.create(iri(s), p, iri(o));
  }

  private static Node iri(String name) {
    return NodeFactory.createURI("http://example.org/" + name);
  }

  private static void changes(int seed) {
    Random random = new Random(seed);
    RandomTriples source = new RandomTriples(random, seed % 3 != 0, seed % 2 == 0);
    Set<Triple> asserted = new LinkedHashSet<>(source.draw(10 + random.nextInt(25)));
    Closure closure = Closure.of(RandomTriples.graph(asserted));
    for (int batch = 0; batch < BATCHES; batch++) {
      if (random.nextBoolean()) {
        List<Triple> some = new ArrayList<>(asserted);
        Collections.shuffle(some, random);
        Set<Triple> gone =
            new LinkedHashSet<>(some.subList(0, Math.min(some.size(), 1 + random.nextInt(4))));
        closure.delete(gone);
        asserted.removeAll(gone);
      } else {
        Set<Triple> more = source.draw(1 + random.nextInt(4));
        closure.add(more);
        asserted.addAll(more);
      }
      String where = "seed " + seed + ", batch " + batch;
      Closure fresh = Closure.of(RandomTriples.graph(asserted));
      assertEquals("", difference(fresh, closure), where);
      assertEquals(clashes(fresh), clashes(closure), where);
    }
    closure
        .graph()
        .find()
        .forEach(
            t ->
                assertTrue(
                    asserted.containsAll(Graphs.leaves(closure.proof(t).orElseThrow())),
                    () -> "seed " + seed + ": a leaf is not asserted under " + t));
  }

  private static String difference(Closure fresh, Closure closure) {
    Set<Triple> missing = Graphs.triples(fresh.graph());
    Set<Triple> extra = Graphs.triples(closure.graph());
    missing.removeAll(closure.graph().find().toSet());
    extra.removeAll(fresh.graph().find().toSet());
    return missing.isEmpty() && extra.isEmpty() ? "" : "missing " + missing + "\nextra " + extra;
  }

  private static Set<String> clashes(Closure closure) {
    Set<String> out = new TreeSet<>();
    closure.contradictions().forEach(c -> out.add(c.rule()));
    return out;
  }
}
