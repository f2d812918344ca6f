package org.w3id.chokepoint.across;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.graph.Terms;

/**
 * Many articles tell the same few things, contradict one another and date one event more or less
 * exactly: there are fewer links than tellings, and they lead to all that comparing each with each
 * finds.
 */
class LinksTest {
  private static final int ROUNDS = 40;
  private static final AcrossRules RULES =
      new AcrossRules(
          0.6,
          0,
          0.75,
          0.75,
          List.of("affiliatedWith"),
          List.of("basedIn"),
          List.of("Ended"),
          List.of(),
          List.of());
  private static final String PREFIXES =
      """
      PREFIX cp: <https://w3id.org/chokepoint/ontology#>
      PREFIX a: <https://w3id.org/chokepoint/id/actor/>
      PREFIX p: <https://w3id.org/chokepoint/id/place/>
      PREFIX art: <https://w3id.org/chokepoint/id/article/>
      PREFIX claim: <https://w3id.org/chokepoint/id/claim/>
      PREFIX event: <https://w3id.org/chokepoint/id/event/>
      PREFIX schema: <https://schema.org/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  @Test
  void linksLeadToAllThatContradicts() {
    int found = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      DatasetGraph data = data(new Random(seed));
      List<Telling> tellings = Telling.in(data).stream().filter(Telling::outright).toList();
      Across.add(data, RULES);
      Graph across = data.getGraph(Terms.graph("across"));
      Set<String> expected = new TreeSet<>();
      Set<String> reached = new TreeSet<>();
      for (Telling a : tellings) {
        Set<Node> near = linked(across, a.claim(), "conflictsWith");
        Set<Node> far = new HashSet<>(near);
        for (int step = 2; step <= 3; step++) {
          List.copyOf(far).forEach(c -> far.addAll(linked(across, c, "conflictsWith")));
        }
        for (Telling b : tellings) {
          if (contradict(a, b)) {
            expected.add(a.claim() + " " + b.claim());
            if (far.contains(b.claim())) {
              reached.add(a.claim() + " " + b.claim());
            }
          } else {
            assertTrue(!near.contains(b.claim()), "no contradiction, seed " + seed);
          }
        }
      }
      assertEquals(expected, reached, "seed " + seed);
      assertTrue(links(across, "conflictsWith") < 4 * tellings.size(), "seed " + seed);
      found += expected.size();
    }
    assertTrue(found > ROUNDS, "nothing contradicted, so nothing was tested");
  }

  @Test
  void linksLeadToAllTellingsOfOneOccurrence() {
    int found = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      DatasetGraph data = data(new Random(seed));
      Across.add(data, RULES);
      Graph across = data.getGraph(Terms.graph("across"));
      List<Triple> dates = new ArrayList<>();
      data.find(Node.ANY, Node.ANY, Terms.cp("eventDate"), Node.ANY)
          .forEachRemaining(q -> dates.add(q.asTriple()));
      Set<String> expected = new TreeSet<>();
      Set<String> reached = new TreeSet<>();
      for (Triple a : dates) {
        Set<Node> all = all(across, a.getSubject());
        for (Triple b : dates) {
          if (!a.equals(b) && agree(text(a), text(b))) {
            expected.add(a.getSubject() + " " + b.getSubject());
            if (all.contains(b.getSubject())) {
              reached.add(a.getSubject() + " " + b.getSubject());
            }
          }
        }
      }
      assertEquals(expected, reached, "seed " + seed);
      assertTrue(links(across, "sameOccurrenceAs") < 2 * dates.size(), "seed " + seed);
      found += expected.size();
    }
    assertTrue(found > ROUNDS, "nothing agreed, so nothing was tested");
  }

  private static boolean contradict(Telling a, Telling b) {
    Triple left = a.content();
    Triple right = b.content();
    if (left.equals(right)) {
      return a.affirmed() != b.affirmed() && believed(a) && believed(b);
    }
    return left.getPredicate().equals(Terms.cp("basedIn"))
        && left.getPredicate().equals(right.getPredicate())
        && left.getSubject().equals(right.getSubject())
        && a.affirmed()
        && b.affirmed()
        && !a.held()
        && !b.held();
  }

  private static boolean believed(Telling t) {
    return !t.held() || t.confidence() >= RULES.contestedFrom();
  }

  private static boolean agree(String a, String b) {
    return a.startsWith(b) || b.startsWith(a);
  }

  private static String text(Triple date) {
    return date.getObject().getLiteralLexicalForm();
  }

  private static Set<Node> linked(Graph graph, Node node, String property) {
    return graph.find(node, Terms.cp(property), Node.ANY).mapWith(Triple::getObject).toSet();
  }

  private static Set<Node> all(Graph graph, Node event) {
    Set<Node> seen = new HashSet<>();
    List<Node> next = new ArrayList<>(List.of(event));
    while (!next.isEmpty()) {
      next =
          next.stream()
              .flatMap(node -> linked(graph, node, "sameOccurrenceAs").stream())
              .filter(seen::add)
              .collect(Collectors.toList());
    }
    return seen;
  }

  private static long links(Graph graph, String property) {
    return graph.find(Node.ANY, Terms.cp(property), Node.ANY).toList().size();
  }

  private static DatasetGraph data(Random random) {
    DatasetGraph data = DatasetGraphFactory.createGeneral();
    data.addGraph(
        Terms.graph("reference"),
        graph("p:one a cp:Country . p:two a cp:Country . p:three a cp:Country ."));
    for (int i = 0; i < 30; i++) {
      data.addGraph(Terms.graph("article-" + i), graph(article(i, random)));
    }
    return data;
  }

  private static String article(int number, Random random) {
    String date = List.of("2024", "2024-05", "2024-06", "2024-05-01").get(random.nextInt(4));
    String type = List.of("gYear", "gYearMonth", "date").get(date.length() / 3 - 1);
    boolean based = random.nextBoolean();
    boolean denied = random.nextInt(4) == 0;
    return """
        art:%1$d a cp:Article ; schema:datePublished "2024-07-0%2$d"^^xsd:date .
        claim:c%1$d a cp:Claim ; cp:certainty cp:Certain ; cp:realization cp:Realized ;
          cp:polarity cp:%3$s ; cp:claimStatus cp:%9$s ; cp:confidence %10$s ; cp:claimSubject a:%4$s ;
          cp:claimPredicate cp:%5$s ; cp:claimObject p:%6$s .
        event:e%1$d a cp:SupplyEvent ; cp:hasAgent a:known ; cp:eventDate "%7$s"^^xsd:%8$s .
        """
        .formatted(
            number,
            1 + random.nextInt(9),
            denied ? "Negated" : "Affirmed",
            List.of("x", "y").get(random.nextInt(2)),
            based ? "basedIn" : "suppliesTo",
            List.of("one", "two", "three").get(random.nextInt(3)),
            date,
            type,
            denied || random.nextInt(5) == 0 ? "Held" : "Accepted",
            random.nextInt(5) == 0 ? "0.6" : "0.8");
  }

  private static Graph graph(String text) {
    return RDFParser.fromString(PREFIXES + text, Lang.TURTLE).toGraph();
  }
}
