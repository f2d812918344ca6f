package org.w3id.chokepoint.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The curated background: well formed, unambiguous, sourced, and what tests and seed depend on is
 * there.
 */
class ReferenceTest {
  private static final Model REFERENCE = Knowledge.reference();
  private static final Model WITH_ONTOLOGY = Knowledge.ontology().add(REFERENCE);

  static Stream<Path> files() {
    return Knowledge.files(Knowledge.REFERENCE, ".ttl").stream();
  }

  @Test
  void conformsToTheShapes() {
    assertEquals(
        List.of(),
        Knowledge.validate(REFERENCE).getEntries().stream()
            .map(e -> e.focusNode() + " " + e.resultPath() + " " + e.value() + " " + e.message())
            .toList());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          within a kind no label or alias names two entities     => ?x rdfs:label|skos:altLabel|cp:metonym ?n . ?y rdfs:label|skos:altLabel|cp:metonym ?n . FILTER(STR(?x) < STR(?y) && REPLACE(STR(?x), "[^/]*$", "") = REPLACE(STR(?y), "[^/]*$", ""))
          no country or adjective shared by two places           => ?x cp:adjective ?n . ?y cp:adjective ?n . FILTER(STR(?x) < STR(?y))
          no alias of a model with a number is another number    => ?x a ?k ; rdfs:label ?l ; skos:altLabel ?n . FILTER(?k IN (cp:Chip, cp:AIModel, cp:ComputeSystem, cp:Software) && REGEX(?l, "[0-9]") && REGEX(?n, "[0-9]") && !CONTAINS(STR(?n), REPLACE(STR(?l), "^[^0-9]*([0-9]+).*$", "$1")) && !CONTAINS(STR(?l), REPLACE(STR(?n), "^.*?([0-9]+)[^0-9]*$", "$1")))
          every Wikidata link says where it was checked          => ?x schema:sameAs ?q . FILTER NOT EXISTS { ?x dcterms:source ?s FILTER(STRSTARTS(STR(?s), "Wikidata id agrees with ")) }
          no Wikidata item stands for two entities               => ?x schema:sameAs ?q . ?y schema:sameAs ?q . FILTER(STR(?x) < STR(?y))
          every entity has exactly one class                     => ?x a ?k, ?l . FILTER(STR(?k) < STR(?l))
          every entity has a label in English                    => ?x a ?k . FILTER NOT EXISTS { ?x rdfs:label ?l FILTER(LANG(?l) = "en") }
          whatever is pointed to is described                    => ?y ?p ?x . FILTER(STRSTARTS(STR(?x), "https://w3id.org/chokepoint/id/")) FILTER NOT EXISTS { ?x a ?k }
          every property is declared                             => ?x ?p ?o . FILTER(STRSTARTS(STR(?p), STR(cp:))) FILTER NOT EXISTS { ?p rdfs:label ?l }
          every class is declared                                => ?x a ?k . FILTER(STRSTARTS(STR(?x), "https://w3id.org/chokepoint/id/")) FILTER NOT EXISTS { ?k rdfs:label ?l }
          every government governs a country                     => ?x a cp:Government . FILTER NOT EXISTS { ?x cp:governs ?c }
          every country but a few has a government               => ?x a cp:Country . FILTER NOT EXISTS { ?g cp:governs ?x }
          every agency belongs to a body                         => ?x a cp:GovernmentAgency . FILTER NOT EXISTS { ?x cp:unitOf ?c }
          """)
  void holds(String rule, String pattern) {
    String select =
        "SELECT DISTINCT ?x ?y WHERE { "
            + pattern
            + " FILTER(isIRI(?x) && STRSTARTS(STR(?x), 'https://w3id.org/chokepoint/id/')) }";
    assertEquals(List.of(), Knowledge.rows(WITH_ONTOLOGY, select), rule);
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachFileSaysItsSourcesAndIsSorted(Path file) {
    String text = Knowledge.text(file);
    assertTrue(text.startsWith("# "), "opens with a comment");
    assertTrue(
        text.contains("CC BY 4.0") && text.contains("Sources:"), "names licence and sources");
    List<String> subjects =
        text.lines()
            .filter(line -> line.matches("(actor|tech|policy|place):\\S+ .*"))
            .map(line -> line.split(" ", 2)[0])
            .toList();
    assertEquals(
        subjects.stream().sorted().distinct().toList(), subjects, "one block an entity, sorted");
  }

  @ParameterizedTest
  @CsvSource({
    "actor/huawei, Company, Huawei",
    "actor/deepseek, Company, DeepSeek",
    "actor/nvidia, Company, Nvidia",
    "actor/natixis-cib, Company, Natixis Corporate and Investment Bank",
    "actor/government-of-china, Government, Chinese government",
    "actor/united-states-government, Government, U.S. government",
    "actor/us-bis, GovernmentAgency, BIS",
    "actor/hisilicon, Company, HiSilicon",
    "actor/chinese-technology-giants, ActorGroup, Chinese technology giants",
    "actor/chinese-ai-industry, ActorGroup, China's AI industry",
    "tech/ascend, Chip, Ascend",
    "tech/deepseek-models, AIModel, DeepSeek models",
    "tech/nvidia-processors, Chip, Nvidia processors",
    "tech/chinese-ai-chips, TechnologyCategory, Chinese-made AI chips",
    "tech/high-end-ai-chips, TechnologyCategory, advanced AI chips",
    "policy/us-entity-list, RestrictedPartyList, Entity List",
    "policy/us-chip-export-controls, ExportControl, U.S. chip export controls"
  })
  void holdsWhatTheSeedNeeds(String iri, String kind, String name) {
    assertEquals(
        1,
        Knowledge.rows(
                REFERENCE,
                "SELECT * WHERE { <https://w3id.org/chokepoint/id/%s> a cp:%s ; rdfs:label|skos:altLabel \"%s\"@en }"
                    .formatted(iri, kind, name))
            .size());
  }

  /**
   * Numbers and days of U.S. rules, against the list of the Federal Register where it is at hand.
   */
  @Test
  void federalRegisterNumbersAgree() {
    Path list = Path.of("..", "shared", "reference-sources", "federal-register-rules.tsv");
    assumeTrue(Files.exists(list), "no ../shared here: numbers of rules go unchecked");
    List<String> published =
        Knowledge.text(list)
            .lines()
            .map(line -> line.replaceAll("(.*?)\t(.*?)\t.*", "$2 $1"))
            .toList();
    List<String> ours =
        Knowledge.rows(
                REFERENCE,
                "SELECT (CONCAT(STR(?n), ' ', STR(?d)) AS ?row) WHERE { ?x dcterms:identifier ?n ; dcterms:issued ?d }")
            .stream()
            .map(row -> row.replaceAll(".*\"(.*)\".*", "$1"))
            .toList();
    assertFalse(ours.isEmpty());
    assertEquals(List.of(), ours.stream().filter(row -> !published.contains(row)).toList());
  }

  /**
   * The article must bring this fact: were it known beforehand, nobody would see whether it was
   * read.
   */
  @Test
  void leavesTheMakerOfAscendToTheArticle() {
    assertEquals(
        List.of(),
        Knowledge.rows(
            REFERENCE,
            "SELECT * WHERE { ?who cp:develops <https://w3id.org/chokepoint/id/tech/ascend> }"));
  }
}
