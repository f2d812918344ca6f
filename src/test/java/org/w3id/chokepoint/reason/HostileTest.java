package org.w3id.chokepoint.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an ontology may try: the closure stays bounded, says what is wrong, and does not fail. */
@Timeout(60)
class HostileTest {
  private static final int MANY = 10_000;

  @Test
  void aHierarchyInACircleMakesItsClassesEquivalent() {
    int size = 60;
    Closure closure =
        close(
            each(size, i -> ":c" + i + " rdfs:subClassOf :c" + (i + 1) % size + " .")
                + ":a a :c0 .");
    assertEquals(size, count(closure, ":a a :c", size));
    assertTrue(holds(closure, ":c0 owl:equivalentClass :c59 ."));
  }

  @Test
  void aListThatComesBackToItselfIsADefect() {
    for (String axiom :
        List.of(
            ":c owl:intersectionOf",
            ":c owl:unionOf",
            ":p owl:propertyChainAxiom",
            ":c owl:hasKey")) {
      Closure closure =
          close(
              axiom + " :l1 . :l1 rdf:first :d ; rdf:rest :l2 . :l2 rdf:first :e ; rdf:rest :l1 .");
      assertEquals(1, closure.defects().size(), axiom);
      assertTrue(closure.defects().getFirst().what().contains("no end"), axiom);
      assertTrue(closure.consistent());
    }
  }

  @Test
  void aListThatForksOrBreaksOffIsADefect() {
    assertEquals(
        1, close(":c owl:unionOf :l . :l rdf:first :d , :e ; rdf:rest rdf:nil .").defects().size());
    assertEquals(1, close(":c owl:unionOf :l . :l rdf:first :d .").defects().size());
    assertEquals(List.of(), close(":c owl:unionOf ( :d :e ) .").defects());
  }

  @Test
  void aListThatForksAtEachCellStaysBounded() {
    String list =
        each(
            40,
            i ->
                ":l"
                    + i
                    + " rdf:first :d"
                    + i
                    + " , :e"
                    + i
                    + " ; rdf:rest "
                    + (i == 39 ? "rdf:nil" : ":l" + (i + 1))
                    + " .");
    Closure closure = close(":c owl:intersectionOf :l0 . " + list);
    assertFalse(closure.defects().isEmpty());
  }

  @Test
  void anIntersectionOfTenThousandNeedsThemAll() {
    String types = each(MANY - 1, i -> ":a a :d" + i + " . ");
    Closure closure =
        close(":c owl:intersectionOf (" + each(MANY, i -> " :d" + i) + ") . " + types);
    assertFalse(holds(closure, ":a a :c ."));
    closure.add(List.of(Graphs.one(":a a :d" + (MANY - 1) + " .")));
    assertTrue(holds(closure, ":a a :c ."));
    closure.delete(List.of(Graphs.one(":a a :d5000 .")));
    assertFalse(holds(closure, ":a a :c ."));
  }

  @Test
  void aChainOfTenThousandLeadsToItsEnd() {
    String links = each(MANY, i -> ":a" + i + " :q" + i + " :a" + (i + 1) + " .");
    Closure closure =
        close(":p owl:propertyChainAxiom (" + each(MANY, i -> " :q" + i) + ") . " + links);
    assertTrue(holds(closure, ":a0 :p :a10000 ."));
    Proof proof = closure.proof(Graphs.one(":a0 :p :a10000 .")).orElseThrow();
    assertTrue(((Proof.Inferred) proof).premises().size() > MANY);
  }

  @Test
  void tenThousandDifferentIndividualsAreNotCopiedInPairs() {
    Closure closure =
        close("[] a owl:AllDifferent ; owl:members (" + each(MANY, i -> " :a" + i) + ") .");
    assertTrue(closure.size() < 20L * MANY, () -> "kept: " + closure.size());
    assertTrue(closure.consistent());
    closure.add(List.of(Graphs.one(":a17 owl:sameAs :a9999 .")));
    assertFalse(closure.consistent());
  }

  @Test
  void tenThousandEqualTermsAreNotCopied() {
    Closure closure =
        close(each(MANY, i -> ":a" + i + " owl:sameAs :a" + (i + 1) + " .") + ":a0 :p :b .");
    assertTrue(closure.size() < 20L * MANY, () -> "kept: " + closure.size());
    assertTrue(holds(closure, ":a10000 :p :b ."));
    closure.delete(List.of(Graphs.one(":a5000 owl:sameAs :a5001 .")));
    assertFalse(holds(closure, ":a10000 :p :b ."));
    assertTrue(holds(closure, ":a4999 :p :b ."));
  }

  @Test
  void aPropertyThatIsItsOwnInverseAndTransitiveStaysBounded() {
    int size = 50;
    Closure closure =
        close(
            ":p a owl:TransitiveProperty ; owl:inverseOf :p . "
                + each(size, i -> ":a" + i + " :p :a" + (i + 1) + " ."));
    assertTrue(holds(closure, ":a50 :p :a0 ."));
    assertTrue(holds(closure, ":a7 :p :a7 ."));
  }

  @Test
  void literalsAsSubjectsOfRulesStayInside() {
    Closure closure =
        close(
            ":p rdfs:range :C ; owl:inverseOf :q ; a owl:SymmetricProperty , owl:TransitiveProperty . "
                + ":C rdfs:subClassOf :D . :a :p \"text\" , 5 .");
    closure.graph().find().forEach(t -> assertFalse(t.getSubject().isLiteral(), t::toString));
    assertTrue(holds(closure, ":a :p :a ."));
  }

  @Test
  void wordsOfOwlThatAreEquatedAreADefect() {
    Closure closure =
        close("rdf:type owl:sameAs rdfs:subClassOf . :a a :C . :C rdfs:subClassOf :D .");
    assertTrue(holds(closure, ":a a :D ."));
    assertEquals(1, closure.defects().size());
  }

  @Test
  void wrongRulesNameTheirLine() {
    IllegalArgumentException wrong =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                Closure.of(
                    Graphs.turtle(""),
                    RuleSet.owl2rl()
                        .and(new RuleSet.Text("my.rules", "# mine\nr: (?x a ?y) -> (?z a ?y)"))));
    assertTrue(wrong.toString().contains(": my.rules:2: "), wrong::toString);
  }

  private static Closure close(String turtle) {
    return Closure.of(Graphs.turtle(turtle));
  }

  private static boolean holds(Closure closure, String triple) {
    return closure.proof(Graphs.one(triple)).isPresent();
  }

  private static long count(Closure closure, String start, int size) {
    return IntStream.range(0, size).filter(i -> holds(closure, start + i + " .")).count();
  }

  private static String each(int size, java.util.function.IntFunction<String> text) {
    return IntStream.range(0, size).mapToObj(text).collect(Collectors.joining("\n"));
  }
}
