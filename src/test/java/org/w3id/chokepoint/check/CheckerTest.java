package org.w3id.chokepoint.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.reason.Closure;

/** Findings on data that breaks shapes of every kind, beside those of Jena's own validation. */
class CheckerTest {
  private static final String BROKEN =
      """
      PREFIX cp: <https://w3id.org/chokepoint/ontology#>
      PREFIX id: <https://w3id.org/chokepoint/id/>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
      <https://w3id.org/chokepoint/id/article/a#char-0-9> a cp:Passage ;
        nif:beginIndex 0 ; nif:endIndex 9 ; nif:anchorOf "short" .
      <https://w3id.org/chokepoint/id/article/b#char-0-9> a nif:Phrase ;
        nif:beginIndex 0 ; nif:endIndex 9 ; nif:anchorOf "nine char" .
      <https://w3id.org/chokepoint/id/actor/one> a cp:Company ; rdfs:label "One"@en ;
        cp:subsidiaryOf <https://w3id.org/chokepoint/id/actor/two> .
      <https://w3id.org/chokepoint/id/actor/two> a cp:Company ; rdfs:label "One"@en ;
        cp:subsidiaryOf <https://w3id.org/chokepoint/id/actor/one> .
      <https://w3id.org/chokepoint/id/actor/three> a cp:Company ; rdfs:label "One"@en .
      <https://w3id.org/chokepoint/id/claim/c> a cp:Claim ; cp:claimPredicate cp:nothing ;
        cp:claimStatus cp:Accepted ; cp:certainty cp:Possible ; cp:polarity cp:Affirmed ;
        cp:realization cp:Realized ; cp:attributedTo <https://w3id.org/chokepoint/id/actor/three> ;
        cp:conflictsWith <https://w3id.org/chokepoint/id/claim/d> .
      <https://w3id.org/chokepoint/id/claim/d> a cp:Claim ; cp:claimStatus cp:Accepted ;
        cp:claimSubject <https://w3id.org/chokepoint/id/actor/one> ; cp:claimPredicate cp:suppliesTo ;
        cp:claimObject <https://w3id.org/chokepoint/id/actor/two> .
      """;

  private final Graph shapes = RDFDataMgr.loadGraph("ontology/shapes.ttl");
  private final Graph data = RDFDataMgr.loadGraph("ontology/chokepoint.ttl");
  private final Closure closure;

  CheckerTest() {
    RDFParser.fromString(BROKEN, Lang.TURTLE).parse(data);
    closure = Closure.of(data);
  }

  @Test
  void questionsAskedOnceFindWhatJenaFindsNodeByNode() {
    List<String> jena =
        ShaclValidator.get().validate(Shapes.parse(shapes), data).getEntries().stream()
            .map(e -> e.focusNode().getURI() + " " + e.message())
            .sorted()
            .toList();
    assertEquals(jena, found());
    assertTrue(jena.stream().anyMatch(f -> f.endsWith("organisation is its own subsidiary")));
    assertTrue(jena.stream().anyMatch(f -> f.endsWith("a duplicate?")));
    assertTrue(jena.stream().anyMatch(f -> f.contains("code points, end exclusive")));
  }

  private List<String> found() {
    int contradictions = closure.contradictions().size();
    List<Finding> findings = Checker.check(data, shapes, closure.contradictions());
    List<String> out =
        findings.stream()
            .filter(f -> !f.message().startsWith("cannot all be true"))
            .map(f -> f.focus() + " " + f.message())
            .sorted()
            .toList();
    assertEquals(findings.size() - contradictions, out.size());
    return out;
  }
}
