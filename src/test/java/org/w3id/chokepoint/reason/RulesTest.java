package org.w3id.chokepoint.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule of tables 4 to 9 fires, does not fire on a near miss, and is undone by deletion. */
class RulesTest {
  /** Rules that the engine applies without a line in owl2rl.rules. */
  private static final Set<String> BUILT_IN =
      Set.of(
          "eq-ref",
          "eq-sym",
          "eq-trans",
          "eq-rep-s",
          "eq-rep-p",
          "eq-rep-o",
          "dt-type2",
          "dt-eq",
          "dt-diff",
          "dt-not-type");

  /** Rules that never end a proof: other rules rest on them. */
  private static final Set<String> INSIDE = Set.of("dt-eq", "dt-type2");

  record Case(String rule, Graph given, String then, Graph near) {
    boolean clash() {
      return then.equals("false");
    }

    boolean concludedBy(Closure closure) {
      return clash()
          ? closure.contradictions().stream().anyMatch(c -> c.rule().equals(rule))
          : closure.proof(Graphs.one(then)).isPresent();
    }

    @Override
    public String toString() {
      return rule;
    }
  }

  static Stream<Case> cases() {
    return Graphs.text("rules.cases")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s*\\|\\s*", -1))
        .map(c -> new Case(c[0], Graphs.turtle(c[1]), c[2], Graphs.turtle(c[3])));
  }

  @Test
  void everyRuleHasACase() {
    Set<String> rules = new TreeSet<>(BUILT_IN);
    RuleSet.owl2rl().read(new Dictionary()).forEach(r -> rules.add(r.name()));
    rules.removeIf(name -> name.startsWith("list-"));
    Set<String> covered = new TreeSet<>();
    cases().forEach(c -> covered.add(c.rule));
    assertEquals(rules, covered);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void fires(Case c) {
    Closure closure = Closure.of(c.given);
    assertTrue(c.concludedBy(closure));
    if (!c.clash() && !INSIDE.contains(c.rule)) {
      Proof proof = closure.proof(Graphs.one(c.then)).orElseThrow();
      assertEquals(c.rule, proof instanceof Proof.Inferred p ? p.rule() : "asserted");
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void doesNotFireOnANearMiss(Case c) {
    if (!c.given.isEmpty()) {
      Closure closure = Closure.of(c.near);
      assertFalse(c.concludedBy(closure));
      assertEquals(List.of(), closure.contradictions());
    }
  }

  @ParameterizedTest
  @MethodSource("cases")
  void deletionUndoesIt(Case c) {
    Closure closure = Closure.of(c.given);
    Set<Triple> whole = Graphs.triples(closure.graph());
    for (Triple premise : c.given.find().toList()) {
      closure.delete(List.of(premise));
      Graph rest = Graphs.union(c.given);
      rest.delete(premise);
      assertEquals(Graphs.triples(Closure.of(rest).graph()), Graphs.triples(closure.graph()));
      closure.add(List.of(premise));
      assertEquals(whole, Graphs.triples(closure.graph()));
      assertTrue(c.concludedBy(closure));
    }
    if (!c.given.isEmpty()) {
      closure.delete(c.given.find().toList());
      assertFalse(c.concludedBy(closure));
    }
  }
}
