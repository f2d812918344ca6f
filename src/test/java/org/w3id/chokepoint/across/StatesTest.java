package org.w3id.chokepoint.across;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.graph.Terms;

/** Which events tell a state, and which denials contradict, by the rules of the project. */
class StatesTest {
  private static final String PREFIXES =
      """
      PREFIX cp: <https://w3id.org/chokepoint/ontology#>
      PREFIX : <https://w3id.org/chokepoint/id/actor/>
      PREFIX id: <https://w3id.org/chokepoint/id/x/>
      PREFIX schema: <https://schema.org/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      id:article a cp:Article ; schema:datePublished "2024-07-01"^^xsd:date .
      """;
  private static final String ACCEPTED =
      """
      id:c a cp:Claim ; cp:reportsEvent id:e ; cp:polarity cp:Affirmed ; cp:claimStatus cp:Accepted .
      """;

  @Test
  void partnersOfAMergerAreOneFromItsDayOn() throws IOException {
    assertEquals(
        Set.of("merged a b 2024-05-03 -"), states(ACCEPTED, acquisition("cp:hasAgent :a, :b")));
    assertEquals(
        Set.of("owning a c 2024-05-03 -", "owning b c 2024-05-03 -"),
        states(ACCEPTED, acquisition("cp:hasAgent :a, :b ; cp:hasObject :c")));
  }

  @Test
  void whatOnlyASourceReportsTellsNoState() throws IOException {
    String held = ACCEPTED.replace("Accepted", "Held");
    assertEquals(Set.of(), states(held, acquisition("cp:hasAgent :a ; cp:hasObject :c")));
  }

  @Test
  void anEndIsToldByADenialOfTheArticleOrOfWhoDidIt() throws IOException {
    String stop = "id:e a cp:SupplyCessation ; cp:hasAgent :a ; cp:hasRecipient :b ";
    String denial =
        """
        id:c a cp:Claim ; cp:reportsEvent id:e ; cp:polarity cp:Negated ; cp:certainty cp:Certain ;
          cp:realization cp:Realized ; cp:claimStatus cp:Held ; cp:confidence 0.8 .
        """;
    assertEquals(Set.of("supplying a b - -"), states(denial, stop));
    assertEquals(Set.of("supplying a b - -"), states(denial + "id:c cp:attributedTo :a .", stop));
    assertEquals(Set.of(), states(denial + "id:c cp:attributedTo :analyst .", stop));
    assertEquals(Set.of(), states(denial.replace("0.8", "0.6"), stop));
  }

  @Test
  void aMeasureIsNoRestrictionOfTheCountryThatTakesIt() throws IOException {
    String ban = "id:e a cp:PolicyAdoption ; cp:hasAgent :state ; cp:hasRecipient :home, :abroad ";
    assertEquals(
        Set.of("restricted state abroad 2024-07-01 -"),
        states(ACCEPTED + ":state cp:governs :home .", ban));
  }

  @Test
  void whatIsToldToHaveBegunAndEndedHadBegunBefore() throws IOException {
    String both =
        """
        id:d a cp:Claim ; cp:reportsEvent id:f ; cp:polarity cp:Affirmed ; cp:claimStatus cp:Accepted .
        id:f a cp:PolicyChange ; cp:outcome cp:Ended ; cp:eventStatus cp:Occurred ;
          cp:hasAgent :a ; cp:hasObject :p .
        """;
    assertEquals(
        Set.of("in force a p - 2024-07-01"),
        states(
            ACCEPTED + both,
            "id:e a cp:PolicyAdoption ; cp:outcome cp:Begun ; cp:hasAgent :a ; cp:hasObject :p "));
  }

  @Test
  void aDenialOfAnOfficeContradictsNothing() throws IOException {
    String denied =
        """
        id:c1 a cp:Claim ; cp:certainty cp:Certain ; cp:realization cp:Realized ; cp:confidence 0.9 ;
          cp:polarity cp:Affirmed ; cp:claimStatus cp:Accepted ;
          cp:claimSubject :a ; cp:claimPredicate cp:affiliatedWith ; cp:claimObject :b .
        id:c2 a cp:Claim ; cp:certainty cp:Certain ; cp:realization cp:Realized ; cp:confidence 0.9 ;
          cp:polarity cp:Negated ; cp:claimStatus cp:Held ;
          cp:claimSubject :a ; cp:claimPredicate cp:affiliatedWith ; cp:claimObject :b .
        """;
    assertEquals(0, conflicts(denied));
    assertEquals(2, conflicts(denied.replace("affiliatedWith", "suppliesTo")));
    assertEquals(
        0, conflicts(denied.replace("affiliatedWith", "suppliesTo").replace("0.9", "0.6")));
  }

  private static String acquisition(String roles) {
    return "id:e a cp:AcquisitionEvent ; cp:eventDate \"2024-05-03\"^^xsd:date ; " + roles;
  }

  private static long conflicts(String claims) throws IOException {
    return across(claims).stream(Node.ANY, Terms.cp("conflictsWith"), Node.ANY).count();
  }

  /** Each state as its name, its ends, from when, until when. */
  private static Set<String> states(String claims, String event) throws IOException {
    Graph across = across(claims + event + "; cp:eventStatus cp:Occurred .");
    Set<String> out = new TreeSet<>();
    across
        .find(Node.ANY, RDF.type.asNode(), Terms.cp("State"))
        .forEach(
            t ->
                out.add(
                    String.join(
                        " ",
                        text(across, t.getSubject(), Terms.iri(RDFS + "label")),
                        text(across, t.getSubject(), RDF.subject.asNode()),
                        text(across, t.getSubject(), RDF.object.asNode()),
                        text(across, t.getSubject(), Terms.cp("heldFrom")),
                        text(across, t.getSubject(), Terms.cp("heldUntil")))));
    return out;
  }

  private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";

  private static Graph across(String article) throws IOException {
    DatasetGraph data = DatasetGraphFactory.createGeneral();
    data.addGraph(
        Terms.graph("article-x"), RDFParser.fromString(PREFIXES + article, Lang.TURTLE).toGraph());
    Across.add(data, AcrossRules.load(Path.of("ontology/across.yaml")));
    return data.getGraph(Terms.graph("across"));
  }

  private static String text(Graph graph, Node node, Node property) {
    return Telling.value(graph, node, property)
        .map(n -> n.isLiteral() ? n.getLiteralLexicalForm() : n.getURI().replaceAll(".*/", ""))
        .orElse("-");
  }
}
