package org.w3id.chokepoint.ontology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Hygiene of the ontology, after the checks of FIBO, OOPS! and FOOPS!: no row of any query is good
 * news.
 */
class OntologyTest {
  private static final Model ONTOLOGY = Knowledge.ontology();
  private static final String OWN = "FILTER(STRSTARTS(STR(?term), STR(cp:)))";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiterString = "=>",
      textBlock =
          """
          every term has a label                      => ?term a ?k . FILTER NOT EXISTS { ?term rdfs:label ?l }
          every term has a definition                 => ?term a ?k . FILTER NOT EXISTS { ?term skos:definition ?d }
          every class has an example                  => ?term a owl:Class . FILTER NOT EXISTS { ?term skos:example ?e }
          every term says where it is defined         => ?term a ?k . FILTER NOT EXISTS { ?term rdfs:isDefinedBy ?o }
          no two terms share a label                  => ?term rdfs:label ?l . ?other rdfs:label ?l . FILTER(?term != ?other)
          one label a term                            => ?term rdfs:label ?l, ?m . FILTER(?l != ?m)
          one definition a term                       => ?term skos:definition ?l, ?m . FILTER(?l != ?m)
          no two terms share a definition             => ?term skos:definition ?l . ?other skos:definition ?l . FILTER(?term != ?other)
          definitions are sentences                   => ?term skos:definition ?d . FILTER(!REGEX(STR(?d), "^[A-Z].*[.]$"))
          texts have no stray blanks                  => ?term rdfs:label|skos:definition|skos:example|skos:scopeNote ?d . FILTER(REGEX(STR(?d), "^\\\\s|\\\\s$|\\\\s\\\\s"))
          definitions do not define by their own label  => ?term a owl:Class ; rdfs:label ?l ; skos:definition ?d . FILTER(STRSTARTS(LCASE(STR(?d)), CONCAT("a ", ?l, " ")))
          at most one inverse                         => ?term owl:inverseOf ?i, ?j . FILTER(?i != ?j)
          an inverse is stated on one side            => ?term owl:inverseOf ?i . ?i owl:inverseOf ?term
          no class cycle                              => ?term rdfs:subClassOf+ ?term
          no property cycle                           => ?term rdfs:subPropertyOf+ ?term
          no class below two disjoint classes         => ?term rdfs:subClassOf* ?a, ?b . ?a owl:disjointWith ?b
          one domain and one range                    => ?term rdfs:domain|rdfs:range ?a . { ?term rdfs:domain ?x, ?y } UNION { ?term rdfs:range ?x, ?y } FILTER(?x != ?y)
          parents, domains and ranges are declared   => ?s rdfs:subClassOf|rdfs:domain|rdfs:range ?term . FILTER NOT EXISTS { ?term a ?k }
          facet values are facets                     => ?term a owl:NamedIndividual . FILTER NOT EXISTS { ?term a cp:Facet }
          """)
  void hygiene(String rule, String pattern) {
    assertEquals(
        List.of(),
        Knowledge.rows(ONTOLOGY, "SELECT DISTINCT ?term WHERE { " + pattern + " . " + OWN + " }"),
        rule);
  }

  /**
   * Ends left open because the property joins things of several kinds, or gets them by a chain or
   * from what is below it; every other property has both.
   */
  private static final Set<String> OPEN =
      Set.of(
          "investsIn",
          "dependsOn",
          "restricts",
          "affects",
          "supports",
          "respondsTo",
          "hasParticipant",
          "hasObject",
          "hasRecipient",
          "claimSubject",
          "claimPredicate",
          "claimObject",
          "underJurisdictionOf",
          "provides");

  @Test
  void objectPropertiesHaveDomainAndRangeHereOrAbove() {
    List<String> bare =
        Knowledge.rows(
            ONTOLOGY,
            """
            SELECT ?name WHERE {
              ?p a owl:ObjectProperty . FILTER(STRSTARTS(STR(?p), STR(cp:)))
              FILTER NOT EXISTS { ?i owl:inverseOf ?p }
              FILTER NOT EXISTS { ?p rdfs:subPropertyOf*/rdfs:domain ?d . ?p rdfs:subPropertyOf*/rdfs:range ?r }
              BIND(STRAFTER(STR(?p), "#") AS ?name)
            }""");
    assertEquals(
        List.of(),
        bare.stream()
            .filter(row -> OPEN.stream().noneMatch(p -> row.contains("\"" + p + "\"")))
            .toList());
  }

  @Test
  void nothingEntailsThatTwoThingsAreOne() {
    String[] kinds = {
      "FunctionalProperty",
      "InverseFunctionalProperty",
      "maxCardinality",
      "maxQualifiedCardinality",
      "hasKey",
      "sameAs"
    };
    for (String kind : kinds) {
      assertEquals(
          List.of(),
          Knowledge.rows(
              ONTOLOGY,
              "SELECT * WHERE { { ?s ?p owl:%1$s } UNION { ?s owl:%1$s ?o } }".formatted(kind)),
          kind);
    }
  }

  /** A term that no query, shape, reference entity, mapping or axiom uses goes out. */
  @Test
  void noTermIsIdle() {
    List<Path> users = new ArrayList<>(Knowledge.files(Knowledge.QUERIES, ".rq"));
    users.addAll(Knowledge.files(Knowledge.REFERENCE, ".ttl"));
    users.addAll(List.of(Path.of("ontology/shapes.ttl"), Path.of("ontology/alignments.ttl")));
    Set<String> used = new HashSet<>();
    Pattern word = Pattern.compile("[A-Za-z]+");
    users.forEach(
        file -> word.matcher(Knowledge.text(file)).results().forEach(m -> used.add(m.group())));
    List<String> idle =
        Knowledge.rows(
                ONTOLOGY,
                """
                SELECT DISTINCT ?name WHERE {
                  ?term a ?k . FILTER(STRSTARTS(STR(?term), STR(cp:)))
                  FILTER NOT EXISTS { ?x rdfs:subClassOf|rdfs:subPropertyOf|rdfs:range|owl:inverseOf|owl:onProperty|owl:someValuesFrom ?term }
                  FILTER NOT EXISTS { ?term owl:inverseOf ?y }
                  FILTER NOT EXISTS { ?chain rdf:first ?term }
                  BIND(STRAFTER(STR(?term), "#") AS ?name)
                }""")
            .stream()
            .map(row -> row.replaceAll(".*\"(\\w+)\".*", "$1"))
            .filter(name -> !used.contains(name))
            .toList();
    assertEquals(List.of(), idle);
  }

  @Test
  void carriesVersionLicenceAndTitle() {
    assertEquals(
        1,
        Knowledge.rows(
                ONTOLOGY,
                """
                SELECT * WHERE { ?o a owl:Ontology ; owl:versionIRI ?v ; owl:versionInfo ?i ; dcterms:license ?l ; dcterms:title ?t .
                  FILTER NOT EXISTS { ?o owl:imports ?other } FILTER(STRENDS(STR(?v), ?i)) }""")
            .size());
  }

  @Test
  void alignmentsSpeakOfDeclaredTerms() {
    Model alignments = RDFDataMgr.loadModel("ontology/alignments.ttl");
    assertTrue(alignments.size() > 0);
    Model both = Knowledge.ontology();
    alignments.listStatements().forEach(both::add);
    assertEquals(
        List.of(),
        Knowledge.rows(
            both,
            """
            SELECT ?term WHERE { ?term rdfs:subClassOf|rdfs:subPropertyOf|skos:closeMatch ?o . FILTER(STRSTARTS(STR(?term), STR(cp:)))
              FILTER NOT EXISTS { ?term skos:definition ?d } }"""));
  }
}
