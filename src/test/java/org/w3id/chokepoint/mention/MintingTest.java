package org.w3id.chokepoint.mention;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3id.chokepoint.claim.Knowledge;

/** Identities of names that the reference data does not hold. */
class MintingTest {
  private static Minting minting;

  @BeforeAll
  static void load() throws IOException {
    Knowledge knowledge = Knowledge.load(Path.of(""));
    minting = new Minting(knowledge.ontology(), knowledge.reference(), knowledge.names());
  }

  @Test
  void thereAreAtLeastSixtyTexts() {
    assertTrue(Marked.lines("minting.txt").size() + Marked.lines("typing.txt").size() >= 60);
  }

  @TestFactory
  Stream<DynamicTest> givesTheSameNameTheSameIdentity() {
    return Marked.lines("minting.txt").stream().map(l -> dynamicTest(l, () -> check(l)));
  }

  @Test
  void keepsAPersonACompanyAndAProductOfOneNameApart() {
    String company = minting.mint("Velmar", "Company").iri();
    assertNotEquals(company, minting.mint("Velmar", "Chip").iri());
    assertNotEquals(company, minting.mint("Velmar", "Place").iri());
    assertNotEquals(minting.mint("Jensen Huang", "Company").iri(), "Jensen Huang's own IRI");
    assertNotEquals(
        minting.mint("Jensen Huang", "Company").iri(),
        minting.mint("Jensen Huang", "Person").iri(),
        "a company named like a known person is not he");
  }

  @Test
  void neverCollidesWithAKnownEntityOfAnotherClass() {
    Entity known = minting.mint("Nvidia", "Company");
    assertTrue(known.known());
    assertNotEquals(known.iri(), minting.mint("Nvidia", "Person").iri());
  }

  private static void check(String line) {
    String[] parts = line.split(" \\| ");
    assertEquals(
        parts[2],
        minting.mint(parts[0], parts[1]).iri().replace("https://w3id.org/chokepoint/id/", ""),
        line);
  }
}
