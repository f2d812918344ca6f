package org.w3id.chokepoint.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shapes let good data pass and name what is wrong with bad data: one sound article, then one
 * slip at a time.
 */
class ShapesTest {
  private static final String SOUND = Knowledge.resource("sound-article.ttl");

  private static List<String> findings(String turtle) {
    Model data = ModelFactory.createDefaultModel().read(new StringReader(turtle), "", "TURTLE");
    return Knowledge.validate(data).getEntries().stream()
        .map(e -> e.focusNode() + " " + e.resultPath() + " " + e.message())
        .toList();
  }

  @Test
  void soundDataPasses() {
    assertEquals(List.of(), findings(SOUND));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          quote longer than its offsets     | nif:endIndex 9 ;                | nif:endIndex 8 ;
          offsets the wrong way round       | nif:beginIndex 0 ;              | nif:beginIndex 40 ;
          mention of nothing                | itsrdf:taIdentRef actor:acme-chips ; | nif:note "x" ;
          claim without a pattern           | cp:pattern "release" ;          | cp:cue "also" ;
          claim without evidence            | cp:statedIn art:char-0-31 ;     |
          two certainties                   | cp:certainty cp:Certain ;       | cp:certainty cp:Certain, cp:Probable ;
          accepted though prospective       | cp:realization cp:Realized ;    | cp:realization cp:Prospective ;
          accepted but not asserted         | actor:acme-chips cp:develops tech:z9 . |
          predicate of no ontology          | cp:claimPredicate cp:develops ; | cp:claimPredicate cp:devours ;
          predicate without object          | cp:claimObject tech:z9 ;        |
          confidence above one              | cp:confidence 0.9 ;             | cp:confidence 1.9 ;
          claim on the word of a stranger   | cp:attributedTo actor:acme-chips ; | cp:attributedTo actor:other-chips ;
          country as an agent               | cp:hasAgent actor:acme-chips ;  | cp:hasAgent place:utopia ;
          event with two states             | cp:eventStatus cp:Occurred .    | cp:eventStatus cp:Occurred, cp:Planned .
          event dated by free text          | "2026-03"^^xsd:gYearMonth       | "last spring"
          event after the article           | "2026-03"^^xsd:gYearMonth       | "2026-05"^^xsd:gYearMonth
          listing without an outcome        | a cp:ReleaseEvent ;             | a cp:ListingEvent ;
          entity without a label            | rdfs:label "Acme Chips"@en ;    |
          two labels in one language        | rdfs:label "Z9"@en ;            | rdfs:label "Z9"@en, "Z-9"@en ;
          two entities of one name          | rdfs:label "Other Chips"@en ;   | rdfs:label "Acme Chips"@en ;
          alias that repeats the label      | skos:altLabel "Acme"@en ;       | skos:altLabel "Acme Chips"@en ;
          technology under an actor's IRI   | tech:z9 a cp:Chip ;             | tech:z9 a cp:Company ;
          Wikidata link of the wrong form   | entity/Q1                       | wiki/Q1
          Wikidata link nobody checked      | dcterms:source "invented" ;     |
          owl:sameAs in data                | schema:sameAs                   | owl:sameAs
          inferred class asserted           | actor:acme-chips a cp:Company ; | actor:acme-chips a cp:Company, cp:ChipDeveloper ;
          subsidiary of itself              | cp:subsidiaryOf actor:acme-chips ; | cp:subsidiaryOf actor:other-chips ;
          seat that is no place             | cp:basedIn place:utopia ;       | cp:basedIn tech:z9 ;
          policy issued by a place          | cp:issuedBy actor:other-chips ; | cp:issuedBy place:utopia ;
          hint on the wrong kind            | cp:adjective "Utopian"@en ;     | cp:metonym "Utopian"@en ;
          """)
  void slipIsFound(String slip, String good, String bad) {
    assertTrue(SOUND.contains(good), () -> "the sound article does not hold: " + good);
    assertTrue(
        !findings(SOUND.replaceFirst(java.util.regex.Pattern.quote(good), bad == null ? "" : bad))
            .isEmpty(),
        slip);
  }

  @Test
  void lengthsCountCodePointsAndNotCharsOfJava() {
    String astral = SOUND.replace("\"Acme Chip\"", "\"Acme \uD83D\uDE80Chi\"");
    assertEquals(List.of(), findings(astral));
  }
}
