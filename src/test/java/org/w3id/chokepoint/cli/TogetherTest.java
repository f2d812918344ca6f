package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.cli.Intake.Entry;

/**
 * Small articles of a few claims about a few things, right and wrong in many ways, come and go: who
 * looks only at what is touched gets the files and the findings of one who looks at everything.
 */
class TogetherTest {
  private static final int ROUNDS = Integer.getInteger("together.rounds", 12);
  private static final int STEPS = 4;
  private static final int ARTICLES = 12;
  private static final List<String> SPEAKERS = names("s", 2);
  private static final List<String> FEW = names("k", 8);
  private static final List<String> DEVELOPED = FEW.subList(0, 3);
  private static final List<String> MANY = names("x", 40);

  /** What only articles describe. */
  private static final List<String> NEW = names("n", 4);

  @TempDir Path folder;

  private static List<String> names(String start, int number) {
    return IntStream.range(0, number).mapToObj(i -> "a:" + start + i).toList();
  }

  @Test
  void whoLooksAtWhatIsTouchedFindsAllThatOneFinds() throws IOException {
    GrownAndFresh ways = new GrownAndFresh(folder, known(), TogetherTest::article);
    int known = 0;
    int findings = 0;
    for (int seed = 0; seed < ROUNDS; seed++) {
      Random random = new Random(seed);
      Map<Integer, Integer> versions = new HashMap<>();
      for (int step = 0; step < STEPS; step++) {
        for (int i = 0; i < ARTICLES; i++) {
          if (step == 0 || random.nextInt(5) == 0) {
            versions.put(i, random.nextInt(6));
          }
        }
        String when = "seed " + seed + ", step " + step;
        GrownAndFresh.Both both = ways.convert("grown" + seed, articles(versions), when);
        if (step == 1) {
          Files.delete(both.grown().snapshot().folder().resolve("articles.bin"));
        }
        known += both.fresh().read() - both.grown().read();
        findings += both.fresh().findings().size();
      }
    }
    assertTrue(
        known > ROUNDS && findings > ROUNDS,
        "only " + known + " were known, " + findings + " findings: too little was tested");
  }

  /** Little is known beforehand. */
  private static String known() {
    return """
        a:state a cp:Government ; rdfs:label "State"@en ; cp:governs p:land .
        p:land a cp:Country ; rdfs:label "Land"@en .
        p:isle a cp:Country ; rdfs:label "Isle"@en .
        """
        + Stream.of(SPEAKERS, FEW, MANY)
            .flatMap(List::stream)
            .map(k -> "%s a cp:Company ; rdfs:label \"%s\"@en .\n".formatted(k, k))
            .collect(Collectors.joining());
  }

  /** Version 0 is none. */
  private static List<String> articles(Map<Integer, Integer> versions) {
    List<String> lines = new ArrayList<>();
    versions.forEach(
        (i, version) -> {
          if (version > 0) {
            String line = Invented.line(i + ARTICLES * version);
            lines.add(line.replaceFirst("invented-\\d+", "invented-" + i));
          }
        });
    lines.add(Invented.line(1000));
    return lines;
  }

  private static String article(Entry entry) {
    Random random = new Random(entry.fingerprint().hashCode());
    String graph = entry.input().graph();
    String name = graph.substring(graph.indexOf("article-") + 8);
    StringBuilder out = new StringBuilder();
    out.append(
        """
        art:%1$s a cp:Article ; schema:datePublished "2024-0%2$d-05"^^xsd:date ;
          schema:publisher "%3$s" %4$s .
        art:%1$s\\#char-0-9 a cp:Passage ; nif:referenceContext art:%1$s ;
          nif:beginIndex 0 ; nif:endIndex %5$d ; nif:anchorOf "12345678%6$d" .
        art:%1$s\\#char-9-12 a nif:Phrase ; nif:referenceContext art:%1$s ;
          nif:beginIndex 9 ; nif:endIndex 12 ; nif:anchorOf "123%7$s" ; itsrdf:taIdentRef a:k0 .
        """
            .formatted(
                name,
                3 + random.nextInt(7),
                pick(random, "Post", "Wire", "Ledger"),
                random.nextInt(20) == 0 ? "" : "; dcterms:identifier \"" + name + "\"",
                random.nextInt(20) == 0 ? 8 : 9,
                random.nextInt(3),
                random.nextInt(20) == 0 ? "4" : ""));
    for (int i = random.nextInt(3); i > 0; i--) {
      out.append(
          "%s a cp:%s ; rdfs:label \"%s\"@en .\n"
              .formatted(
                  pick(random, NEW),
                  pick(random, "Company", "Company", "Company", "Person", "Country"),
                  pick(random, "One", "Two", "Three", "Four", "Five")));
    }
    for (int i = 0; i < 3; i++) {
      claim(name, i, random, out);
    }
    return out.toString();
  }

  /** Most are as they should be, as what was found wrong is looked at again in any case. */
  private static void claim(String name, int number, Random random, StringBuilder out) {
    boolean affirmed = random.nextInt(3) > 0;
    boolean certain = random.nextInt(4) > 0;
    boolean right = random.nextInt(20) > 0;
    String predicate =
        pick(
            random,
            "suppliesTo",
            "suppliesTo",
            "competesWith",
            "basedIn",
            "designates",
            "develops",
            "develops",
            "hasSubsidiary",
            "governs",
            right ? "suppliesTo" : "noSuchProperty");
    // Of the things that others develop, some claims are on the word of one who may develop them.
    boolean attributed = random.nextInt(3) == 0;
    boolean develops = predicate.equals("develops");
    int event = random.nextInt(40);
    out.append(
        """
        claim:%1$s-%2$d a cp:Claim ; cp:statedIn art:%1$s\\#char-0-9 ; cp:certainty cp:%3$s ;
          cp:polarity cp:%4$s ; cp:realization cp:Realized ; cp:claimStatus cp:%5$s ;
          cp:claimSubject %6$s ; cp:claimPredicate cp:%7$s ; cp:claimObject %8$s ;
          cp:confidence 0.%9$d ; cp:cue "c" ; cp:pattern "p" %10$s %11$s ;
          prov:wasGeneratedBy run:chokepoint-0-1-0 .
        """
            .formatted(
                name,
                number,
                certain ? "Certain" : "Possible",
                affirmed ? "Affirmed" : "Negated",
                (affirmed && certain) || !right
                    ? pick(random, "Accepted", "Accepted", "Accepted", "Contested")
                    : "Held",
                develops
                    ? pick(random, SPEAKERS)
                    : attributed ? pick(random, DEVELOPED) : thing(random),
                predicate,
                predicate.equals("basedIn")
                    ? pick(random, "p:land", "p:isle", pick(random, NEW))
                    : develops ? pick(random, DEVELOPED) : thing(random),
                7 + random.nextInt(3),
                attributed ? "; cp:attributedTo " + pick(random, SPEAKERS) : "",
                random.nextInt(3) > 0 ? "; cp:reportsEvent event:e" + event : ""));
    out.append(event(event, new Random(event)));
  }

  /** All tell the same of an event, and some events are of the same kind and of the same few. */
  private static String event(int number, Random random) {
    boolean few = random.nextInt(3) > 0;
    String kind = pick(random, "SupplyEvent", "SupplyCessation", "ListingEvent", "PolicyAdoption");
    return """
        event:e%d a cp:%s ; cp:eventStatus cp:%s ; cp:hasAgent %s ; cp:hasObject %s ;
          cp:hasRecipient %s %s %s .
        """
        .formatted(
            number,
            kind,
            pick(random, "Occurred", "Occurred", "Occurred", "Planned"),
            few ? pick(random, FEW) : thing(random),
            random.nextInt(9) == 0 ? "event:e" + random.nextInt(40) : pick(random, MANY),
            few ? pick(random, FEW) : thing(random),
            kind.startsWith("Supply")
                ? ""
                : pick(random, "; cp:outcome cp:Begun", "; cp:outcome cp:Ended"),
            pick(
                random,
                "",
                "; cp:eventDate \"2024\"^^xsd:gYear ; cp:amount 5.0",
                "; cp:eventDate \"2024-02\"^^xsd:gYearMonth ; cp:amount 5.00",
                "; cp:eventDate \"2024-02-01\"^^xsd:date",
                "; cp:eventDate \"2024-02-02\"^^xsd:date"));
  }

  /** One of a few that many tell of, or of many that few do, so that groups stay small. */
  private static String thing(Random random) {
    return pick(random, random.nextInt(3) == 0 ? FEW : random.nextInt(6) == 0 ? NEW : MANY);
  }

  private static String pick(Random random, List<String> some) {
    return some.get(random.nextInt(some.size()));
  }

  private static String pick(Random random, String... some) {
    return some[random.nextInt(some.length)];
  }
}
