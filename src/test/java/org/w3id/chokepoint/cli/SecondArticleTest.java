package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.cli.Intake.Entry;

/**
 * One article, a second that changes in one way what the first one comes to, and then the first
 * alone again: it is each time as if converted from nothing.
 */
class SecondArticleTest {
  private static final String KNOWN =
      """
      a:state a cp:Government ; rdfs:label "State"@en .
      p:land a cp:Country ; rdfs:label "Land"@en .
      p:isle a cp:Country ; rdfs:label "Isle"@en .
      a:one a cp:Company ; rdfs:label "One"@en .
      a:two a cp:Company ; rdfs:label "Two"@en .
      a:three a cp:Company ; rdfs:label "Three"@en .
      t:engine a cp:Chip ; rdfs:label "Engine"@en .
      t:motor a cp:Chip ; rdfs:label "Motor"@en .
      """;

  private static final String HEAD =
      """
      art:%1$s a cp:Article ; schema:datePublished "2024-05-05"^^xsd:date ;
        schema:publisher "%1$s" ; dcterms:identifier "%1$s" .
      art:%1$s\\#char-0-9 a cp:Passage ; nif:referenceContext art:%1$s ;
        nif:beginIndex 0 ; nif:endIndex 9 ; nif:anchorOf "12345678%2$d" .
      claim:%1$s a cp:Claim ; cp:statedIn art:%1$s\\#char-0-9 ; cp:certainty cp:Certain ;
        cp:realization cp:Realized ; cp:confidence 0.9 ; cp:cue "c" ; cp:pattern "p" ;
        prov:wasGeneratedBy run:chokepoint-0-1-0 ; cp:polarity cp:%3$s ; cp:claimStatus cp:%4$s .
      """;

  @TempDir Path folder;

  /** What the claims of both say, and what else stands in them. */
  private record Case(String name, String first, String second) {}

  @TestFactory
  Stream<DynamicTest> isAsIfConvertedFromNothing() {
    return Stream.of(
            new Case(
                "one event begins a state, the other ends it",
                event("SupplyEvent", "2024-02-01", "a:one", "cp:hasRecipient a:two"),
                event("SupplyCessation", "2025-02-01", "a:one", "cp:hasRecipient a:two")),
            new Case(
                "both tell one event",
                event("ReleaseEvent", "2024-02-01", "a:one", "cp:hasObject t:engine"),
                event("ReleaseEvent", "2024-02", "a:one", "cp:hasObject t:engine")),
            new Case(
                "a country's government has no state with its own country",
                event("PolicyAdoption", "2024-02-01", "a:state", "cp:hasRecipient p:land"),
                says("a:state", "governs", "p:land")),
            new Case(
                "two countries where there is one",
                says("a:one", "basedIn", "p:land"),
                says("a:one", "basedIn", "p:isle")),
            new Case(
                "two say the same",
                says("a:one", "suppliesTo", "a:two"),
                says("a:one", "suppliesTo", "a:two")),
            new Case(
                "one denies what the other says",
                says("a:one", "suppliesTo", "a:two"),
                "NOT " + says("a:one", "suppliesTo", "a:two")),
            new Case(
                "it speaks of its own",
                says("t:engine", "runsOn", "t:motor") + "; cp:attributedTo a:three",
                says("a:three", "develops", "t:engine")),
            new Case(
                "what was odd stays odd",
                says("t:engine", "runsOn", "t:motor") + "; cp:attributedTo a:three",
                says("a:one", "competesWith", "a:two")),
            new Case(
                "the other tells what it is",
                event("ReleaseEvent", "2024-02-01", "a:new", "cp:hasObject t:engine"),
                says("a:one", "competesWith", "a:two")
                    + ". a:new a cp:Company ; rdfs:label \"New\"@en"))
        .map(c -> dynamicTest(c.name(), () -> converts(c)));
  }

  private static String says(String subject, String predicate, String object) {
    return "cp:claimSubject %s ; cp:claimPredicate cp:%s ; cp:claimObject %s "
        .formatted(subject, predicate, object);
  }

  private static String event(String kind, String date, String agent, String other) {
    String type =
        switch (date.length()) {
          case 7 -> "gYearMonth";
          default -> "date";
        };
    return """
        cp:reportsEvent event:NAME .
        event:NAME a cp:%s ; cp:eventStatus cp:Occurred ; cp:eventDate "%s"^^xsd:%s ;
          cp:outcome cp:Begun ; cp:hasAgent %s ; %s\
        """
        .formatted(kind, date, type, agent, other);
  }

  private void converts(Case c) throws IOException {
    Path place = folder.resolve(Integer.toString(c.hashCode()));
    GrownAndFresh ways = new GrownAndFresh(place, KNOWN, e -> article(c, e));
    String first = Invented.line(1);
    String second = Invented.line(2);
    String other = Invented.line(3);
    ways.convert("grown", List.of(first, other), "the first");
    GrownAndFresh.Both two = ways.convert("grown", List.of(first, second, other), "both");
    assertEquals(1, two.grown().read(), "the first was read again: nothing was tested");
    ways.convert("grown", List.of(second, other), "the second");
    ways.convert("grown", List.of(first, second, other), "both again");
    ways.convert("grown", List.of(first, other), "the first again");
  }

  private static String article(Case c, Entry entry) {
    String graph = entry.input().graph();
    int number = Integer.parseInt(graph.substring(graph.lastIndexOf('-') + 1));
    String body =
        List.of(c.first(), c.second(), says("a:three", "competesWith", "a:two")).get(number - 1);
    boolean denied = body.startsWith("NOT ");
    String name = graph.substring(graph.indexOf("article-") + 8);
    return HEAD.formatted(
            name, number, denied ? "Negated" : "Affirmed", denied ? "Held" : "Accepted")
        + "claim:"
        + name
        + " "
        + body.replaceFirst("NOT ", "").replace("NAME", name)
        + " .\n";
  }
}
