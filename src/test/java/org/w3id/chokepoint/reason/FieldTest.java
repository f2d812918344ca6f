package org.w3id.chokepoint.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;

/** What the project's ontology concludes on a small invented field. */
class FieldTest {
  private static final String FIELD = "@prefix : <https://example.org/field/> . ";
  private final Graph asserted = Graphs.union(Graphs.ontology(), Graphs.resource("field.ttl"));
  private final Closure closure = Closure.of(asserted);

  @Test
  void concludesWhatMustFollow() {
    Set<Triple> missing = Graphs.triples(Graphs.resource("field-follows.ttl"));
    missing.removeAll(Graphs.triples(closure.inferred()));
    assertEquals(Set.of(), missing);
  }

  @Test
  void concludesNothingElseOfNote() {
    Set<Triple> wrong = Graphs.triples(Graphs.resource("field-follows-not.ttl"));
    wrong.removeIf(t -> !closure.graph().contains(t) && closure.proof(t).isEmpty());
    assertEquals(Set.of(), wrong);
    assertEquals(List.of(), closure.contradictions());
  }

  @Test
  void provesEachConclusionFromAssertedTriples() {
    closure
        .inferred()
        .find()
        .forEach(
            triple -> {
              Proof proof = closure.proof(triple).orElseThrow();
              assertEquals(triple, proof.triple());
              assertFalse(Graphs.leaves(proof).isEmpty(), () -> "no leaves: " + triple);
              Graphs.leaves(proof)
                  .forEach(leaf -> assertTrue(asserted.contains(leaf), leaf::toString));
              assertAcyclic(proof, new HashSet<>());
            });
  }

  @Test
  void leadsFromTheListToTheUserOfAListedCompanysChip() {
    Proof proof =
        closure.proof(Graphs.one(FIELD + ":Cloudy cp:indirectlyExposedTo :list .")).orElseThrow();
    Set<Triple> leaves = Graphs.leaves(proof);
    for (String fact :
        List.of(
            ":Cloudy cp:develops :Cmodel .",
            ":Cmodel cp:runsOn :Q1 .",
            ":Quartz cp:develops :Q1 .",
            ":list cp:designates :Quartz .")) {
      assertTrue(leaves.contains(Graphs.one(FIELD + fact)), fact);
    }
    assertTrue(Graphs.depth(proof) <= 5, () -> "longer than needed: " + Graphs.depth(proof));
  }

  @Test
  void tellsThePremiseThatAConclusionMisses() {
    List<NearMiss> misses =
        closure.whyNot(Graphs.one(FIELD + ":Basalt cp:indirectlyExposedTo :list ."));
    NearMiss nearest = misses.getFirst();
    assertEquals("prp-spo2", nearest.rule());
    assertEquals(Graphs.one(FIELD + ":Basalt cp:usesTechnologyFrom :Quartz ."), nearest.missing());
    assertTrue(
        nearest.present().contains(Graphs.one(FIELD + ":Quartz cp:affectedBy :list .")),
        nearest::toString);
    closure.add(List.of(nearest.missing()));
    assertTrue(
        closure.proof(Graphs.one(FIELD + ":Basalt cp:indirectlyExposedTo :list .")).isPresent());
  }

  @Test
  void followsWhatOnlySaysTheSameInOtherWords() {
    List<Triple> missing =
        closure.whyNot(Graphs.one(FIELD + ":Basalt cp:affectedBy :list .")).stream()
            .map(NearMiss::missing)
            .toList();
    assertEquals(Graphs.one(FIELD + ":list cp:affects :Basalt ."), missing.getFirst());
    assertTrue(missing.contains(Graphs.one(FIELD + ":list cp:designates :Basalt .")));
    assertTrue(missing.contains(Graphs.one(FIELD + ":Quartz cp:hasSubsidiary :Basalt .")));
    assertFalse(
        missing.contains(Graphs.one(FIELD + ":list cp:targetsPlace :Basalt .")),
        "a company is no place");
  }

  @Test
  void hasNoNearMissForWhatTheKnownClassesExclude() {
    assertEquals(List.of(), closure.whyNot(Graphs.one(FIELD + ":Ora a cp:Government .")));
    assertFalse(closure.whyNot(Graphs.one(FIELD + ":Cloudy a cp:ChipDeveloper .")).isEmpty());
  }

  @Test
  void tellsWhatMembershipInAClassWithoutANameMisses() {
    List<NearMiss> misses = closure.whyNot(Graphs.one(FIELD + ":Basalt a cp:ListedEntity ."));
    assertEquals(
        Graphs.one(FIELD + ":Basalt cp:designatedBy :list ."), misses.getFirst().missing());
    assertTrue(misses.stream().noneMatch(m -> m.missing().getObject().isBlank()));
  }

  @Test
  void hasNoReasonAgainstWhatHolds() {
    assertEquals(List.of(), closure.whyNot(Graphs.one(FIELD + ":Quartz a cp:ListedEntity .")));
    assertEquals(List.of(), closure.whyNot(Graphs.one(FIELD + ":nobody cp:uses :nothing .")));
  }

  @Test
  void showsBothSidesOfAContradiction() {
    Graph bad = Graphs.turtle(FIELD + ":Quartz a cp:Chip .");
    List<Contradiction> found = Closure.of(Graphs.union(asserted, bad)).contradictions();
    assertTrue(found.stream().allMatch(c -> c.rule().equals("cax-dw")), found::toString);
    Triple chip = Graphs.one(FIELD + ":Quartz a cp:Chip .");
    assertTrue(
        found.stream()
            .flatMap(c -> c.premises().stream())
            .anyMatch(p -> Graphs.leaves(p).contains(chip)));
  }

  @Test
  void tellsNothingTrivialAndNoLiteralsAsSubjects() {
    closure
        .inferred()
        .find()
        .forEach(
            t -> {
              assertFalse(asserted.contains(t), t::toString);
              assertFalse(t.getSubject().isLiteral() || t.getSubject().isBlank(), t::toString);
              assertFalse(t.getSubject().equals(t.getObject()), t::toString);
              assertFalse(t.getObject().toString().endsWith("owl#Thing"), t::toString);
            });
  }

  @Test
  void answersFromSeveralThreadsAtOnce() {
    List<Triple> all = closure.inferred().find().toList();
    List<Proof> alone = all.stream().map(t -> closure.proof(t).orElseThrow()).toList();
    List<Proof> together =
        IntStream.range(0, all.size())
            .parallel()
            .mapToObj(i -> closure.proof(all.get(i)).orElseThrow())
            .toList();
    assertEquals(alone, together);
  }

  @Test
  void closesTheReferenceDataWithoutContradiction() throws Exception {
    Graph all = Graphs.ontology();
    try (Stream<Path> files = Files.list(Path.of("data/reference"))) {
      files
          .filter(f -> f.toString().endsWith(".ttl"))
          .forEach(f -> RDFDataMgr.read(all, f.toString()));
    }
    Closure real = Closure.of(all);
    assertEquals(List.of(), real.contradictions());
    assertTrue(real.inferred().size() > 1000, () -> "only " + real.inferred().size());
  }

  private static void assertAcyclic(Proof proof, Set<Triple> above) {
    assertTrue(above.add(proof.triple()), () -> "rests on itself: " + proof.triple());
    if (proof instanceof Proof.Inferred node) {
      node.premises().forEach(p -> assertAcyclic(p, above));
    }
    above.remove(proof.triple());
  }
}
