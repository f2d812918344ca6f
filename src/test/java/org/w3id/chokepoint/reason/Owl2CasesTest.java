package org.w3id.chokepoint.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.w3id.chokepoint.reason.Entailment.Semantics;

/**
 * The W3C OWL 2 test cases of profile RL. Those that fail must be exactly those that {@code
 * owl2-left-out.tsv} lists, each with its reason.
 */
class Owl2CasesTest {
  private static final Path CASES = Path.of("../shared/conformance/owl2/all.rdf");
  private static final String TEST = "http://www.w3.org/2007/OWL/testOntology#";

  private final Map<String, Integer> passed = new TreeMap<>();
  private final Map<String, Integer> total = new TreeMap<>();
  private final TreeSet<String> failed = new TreeSet<>();

  @Test
  void passesTheCasesOfProfileRl() {
    Assumptions.assumeTrue(Files.exists(CASES), CASES + " is missing: OWL 2 cases not run");
    for (String limit :
        List.of("totalEntitySizeLimit", "entityExpansionLimit", "maxGeneralEntitySizeLimit")) {
      System.setProperty("jdk.xml." + limit, "0");
    }
    Model all = RDFDataMgr.loadModel(CASES.toString());
    all.listSubjectsWithProperty(ResourceFactory.createProperty(TEST, "profile"), resource("RL"))
        .filterKeep(c -> text(c, "rdfXmlPremiseOntology", "rdfXmlInputOntology") != null)
        .toList()
        .forEach(this::run);
    total.forEach(
        (kind, n) ->
            System.out.println(
                "OWL 2 RL " + kind + ": " + passed.getOrDefault(kind, 0) + " of " + n));
    assertEquals(leftOut(), failed);
    assertTrue(sum(total) == 93, () -> "cases scored: " + sum(total));
  }

  private void run(Resource c) {
    Graph premises = parse(text(c, "rdfXmlPremiseOntology", "rdfXmlInputOntology"));
    c.listProperties(ResourceFactory.createProperty(TEST, "importedOntology"))
        .mapWith(s -> text(s.getResource(), "rdfXmlOntology", "rdfXmlInputOntology"))
        .filterDrop(t -> t == null)
        .forEach(t -> parse(t).find().forEach(premises::add));
    Semantics semantics =
        c.hasProperty(ResourceFactory.createProperty(TEST, "semantics"), resource("RDF-BASED"))
            ? Semantics.RDF_BASED
            : Semantics.DIRECT;
    if (is(c, "PositiveEntailmentTest")) {
      score(
          c,
          "PositiveEntailment",
          Entailment.entails(premises, parse(text(c, "rdfXmlConclusionOntology")), semantics));
    }
    if (is(c, "NegativeEntailmentTest") && text(c, "rdfXmlNonConclusionOntology") != null) {
      score(
          c,
          "NegativeEntailment",
          !Entailment.entails(premises, parse(text(c, "rdfXmlNonConclusionOntology")), semantics));
    }
    if (is(c, "ConsistencyTest")) {
      score(c, "Consistency", Closure.of(premises).consistent());
    }
    if (is(c, "InconsistencyTest")) {
      score(c, "Inconsistency", !Closure.of(premises).consistent());
    }
  }

  private void score(Resource c, String kind, boolean ok) {
    total.merge(kind, 1, Integer::sum);
    if (ok) {
      passed.merge(kind, 1, Integer::sum);
    } else {
      failed.add(kind + " " + text(c, "identifier"));
    }
  }

  private static TreeSet<String> leftOut() {
    return Graphs.text("owl2-left-out.tsv")
        .lines()
        .filter(l -> !l.isBlank() && !l.startsWith("#"))
        .map(l -> l.split("\t")[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean is(Resource c, String kind) {
    return c.hasProperty(RDF.type, resource(kind));
  }

  private static Resource resource(String name) {
    return ResourceFactory.createResource(TEST + name);
  }

  private static @Nullable String text(Resource c, String... names) {
    for (String name : names) {
      var value = c.getProperty(ResourceFactory.createProperty(TEST, name));
      if (value != null) {
        return value.getString();
      }
    }
    return null;
  }

  private static Graph parse(@Nullable String rdfXml) {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFParser.fromString(Objects.requireNonNull(rdfXml), Lang.RDFXML)
        .base("http://example.org/")
        .errorHandler(ErrorHandlerFactory.errorHandlerSimple())
        .parse(graph);
    return graph;
  }

  private static int sum(Map<String, Integer> counts) {
    List<Integer> all = new ArrayList<>(counts.values());
    return all.stream().mapToInt(Integer::intValue).sum();
  }
}
