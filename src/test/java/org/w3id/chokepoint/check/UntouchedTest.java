package org.w3id.chokepoint.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.graph.Terms;

/**
 * Small articles of a few claims about a few things, right and wrong in many ways, come and go: who
 * looks only at what is touched finds what one finds who looks at everything.
 */
class UntouchedTest {
  private static final int ROUNDS = Integer.getInteger("untouched.rounds", 20);
  private static final int ARTICLES = 8;
  private static final String PREFIXES =
      """
      PREFIX cp: <https://w3id.org/chokepoint/ontology#>
      PREFIX a: <https://w3id.org/chokepoint/id/actor/>
      PREFIX art: <https://w3id.org/chokepoint/id/article/>
      PREFIX claim: <https://w3id.org/chokepoint/id/claim/>
      PREFIX event: <https://w3id.org/chokepoint/id/event/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX schema: <https://schema.org/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private final Graph shapes = RDFDataMgr.loadGraph("ontology/shapes.ttl");
  private final Graph ontology = RDFDataMgr.loadGraph("ontology/chokepoint.ttl");

  @Test
  void whatIsNotTouchedIsJudgedAsBefore() {
    int spared = 0;
    int quiet = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      Map<Integer, String> articles = new TreeMap<>();
      for (int i = 0; i < ARTICLES; i++) {
        articles.put(i, article(i, random));
      }
      DatasetGraph before = dataset(articles, facts(random), across(random));
      Set<Node> kept = new HashSet<>();
      for (int i = 0; i < ARTICLES; i++) {
        switch (random.nextInt(2 * ARTICLES)) {
          case 0 -> articles.put(i, article(i, random));
          case 1 -> articles.remove(i);
          default -> kept.add(Terms.graph("article-" + i));
        }
      }
      boolean same = random.nextInt(4) > 0;
      DatasetGraph now =
          dataset(
              articles,
              same ? before.getGraph(Terms.graph("facts")) : facts(random),
              same ? before.getGraph(Terms.graph("across")) : across(random));
      Set<String> faulty =
          findings(before, Untouched.nothing()).stream()
              .map(Finding::focus)
              .collect(Collectors.toSet());
      Untouched untouched = Untouched.in(before, now, kept, faulty);
      spared += untouched.spared().size();
      quiet += untouched.quiet().size();
      assertEquals(findings(now, Untouched.nothing()), findings(now, untouched), "seed " + seed);
    }
    assertTrue(
        spared > ROUNDS && quiet > ROUNDS,
        "only " + spared + " spared, " + quiet + " quiet: too little was tested");
  }

  private List<Finding> findings(DatasetGraph data, Untouched untouched) {
    Graph union = untouched.seen(data, graph -> graph);
    ontology.find().forEach(union::add);
    return Checker.check(union, shapes, List.of(), untouched.spared()::contains).stream()
        .map(f -> new Finding(f.severity(), f.focus(), "", f.message()))
        .sorted(java.util.Comparator.comparing(Finding::line))
        .toList();
  }

  private static DatasetGraph dataset(Map<Integer, String> articles, Graph facts, Graph across) {
    DatasetGraph data = DatasetGraphFactory.createGeneral();
    articles.forEach((i, text) -> data.addGraph(Terms.graph("article-" + i), graph(text)));
    data.addGraph(Terms.graph("facts"), facts);
    data.addGraph(Terms.graph("across"), across);
    data.addGraph(
        Terms.graph("reference"),
        graph("a:known a cp:Company . a:other a cp:Company . a:run a cp:ExtractionRun ."));
    return data;
  }

  private static Graph graph(String text) {
    return RDFParser.fromString(PREFIXES + text, Lang.TURTLE).toGraph();
  }

  private static String article(int number, Random random) {
    StringBuilder out = new StringBuilder();
    out.append(
        "art:%d a cp:Article ; schema:datePublished \"2024-01-0%d\"^^xsd:date .\n"
            .formatted(number, 1 + random.nextInt(9)));
    out.append(
        """
        art:%d\\#char-0-9 a cp:Passage ; nif:referenceContext art:%d ;
          nif:beginIndex 0 ; nif:endIndex %d ; nif:anchorOf "123456789" .
        """
            .formatted(number, number, random.nextInt(4) == 0 ? 8 : 9));
    if (random.nextInt(3) == 0) {
      return out.append(calm(number, random)).toString();
    }
    if (random.nextInt(3) > 0) {
      out.append("a:%s a cp:Company .\n".formatted(actor(random)));
    }
    for (int i = 0; i < 2; i++) {
      int event = random.nextInt(ARTICLES);
      out.append(
          """
          claim:c%d%d a cp:Claim ; cp:statedIn art:%d\\#char-0-9 ; cp:certainty cp:%s ;
            cp:polarity cp:Affirmed ; cp:realization cp:Realized ; cp:claimStatus cp:%s ;
            cp:claimSubject a:%s ; cp:claimPredicate cp:%s ; cp:claimObject a:%s ;
            cp:reportsEvent event:e%d ; cp:confidence 0.9 ; cp:cue "c" ; cp:pattern "p" ;
              prov:wasGeneratedBy a:run %s .
          event:e%d a cp:SupplyEvent ; cp:eventStatus cp:Occurred ; cp:hasAgent a:%s ;
            cp:eventDate "2024-01-0%d"^^xsd:date .
          """
              .formatted(
                  number,
                  i,
                  number,
                  random.nextInt(5) > 0 ? "Certain" : "Possible",
                  random.nextInt(4) == 0 ? "Accepted" : "Held",
                  actor(random),
                  predicate(random),
                  actor(random),
                  event,
                  random.nextInt(3) == 0 ? "; cp:attributedTo a:" + actor(random) : "",
                  event,
                  actor(random),
                  1 + random.nextInt(4)));
    }
    return out.toString();
  }

  /** Nothing wrong, of somebody whom few others tell of. */
  private static String calm(int number, Random random) {
    return """
    claim:c%1$d0 a cp:Claim ; cp:statedIn art:%1$d\\#char-0-9 ; cp:certainty cp:Certain ;
      cp:polarity cp:Affirmed ; cp:realization cp:Realized ; cp:claimStatus cp:Held ;
      cp:claimSubject a:calm%2$d ; cp:claimPredicate cp:suppliesTo ; cp:claimObject a:known ;
      cp:reportsEvent event:calm%2$d ; cp:confidence 0.9 ; cp:cue "c" ; cp:pattern "p" ;
      prov:wasGeneratedBy a:run .
    event:calm%2$d a cp:SupplyEvent ; cp:eventStatus cp:Occurred ; cp:hasAgent a:known ;
      cp:eventDate "2024-01-01"^^xsd:date .
    """
        .formatted(number, random.nextInt(ARTICLES));
  }

  private static Graph facts(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      out.append("a:%s cp:%s a:%s .\n".formatted(actor(random), predicate(random), actor(random)));
    }
    return graph(out.toString());
  }

  private static Graph across(Random random) {
    return graph(
        random.nextBoolean()
            ? ""
            : "claim:c%d0 cp:conflictsWith claim:c%d1 ."
                .formatted(random.nextInt(ARTICLES), random.nextInt(ARTICLES)));
  }

  private static String actor(Random random) {
    return List.of(
            "known", "other", "one", "two", "three", "four", "five", "six", "seven", "eight",
            "nine", "ten")
        .get(random.nextInt(12));
  }

  private static String predicate(Random random) {
    return List.of("suppliesTo", "competesWith", "develops", "suppliesTo", "noSuchProperty")
        .get(random.nextInt(5));
  }
}
