package org.w3id.chokepoint.reason;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.ResultSet;
import org.apache.jena.query.ResultSetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.resultset.ResultsCompare;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * The W3C SPARQL 1.1 entailment cases of the regimes that we claim: OWL with the RDF-based
 * semantics where the case is marked for the profile RL, else RDF, RDFS and D. Those that fail must
 * be exactly those that {@code sparql-left-out.tsv} lists, each with its reason.
 */
class SparqlEntailmentCasesTest {
  private static final Path CASES = Path.of("../shared/conformance/sparql11/entailment");
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#";
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final Set<String> RDFS = Set.of("RDF", "RDFS", "D");

  @Test
  void passesTheCasesOfOurRegimes() {
    Assumptions.assumeTrue(
        Files.exists(CASES), CASES + " is missing: SPARQL entailment cases not run");
    Model manifest = RDFDataMgr.loadModel(CASES.resolve("manifest.ttl").toString());
    TreeSet<String> failed = new TreeSet<>();
    int total = 0;
    for (Resource c : manifest.listSubjectsWithProperty(property(MF, "action")).toList()) {
      Resource action = c.getPropertyResourceValue(property(MF, "action"));
      if (claimed(action)) {
        total++;
        if (!passes(c, action)) {
          failed.add(c.getLocalName());
        }
      }
    }
    System.out.println("SPARQL entailment: " + (total - failed.size()) + " of " + total);
    assertEquals(leftOut(), failed);
  }

  private static boolean claimed(Resource action) {
    return isOwl(action) || names(action, "entailmentRegime").stream().anyMatch(RDFS::contains);
  }

  private static boolean isOwl(Resource action) {
    return names(action, "EntailmentProfile").contains("RL")
        && names(action, "entailmentRegime").contains("OWL-RDF-Based");
  }

  private static Set<String> names(Resource action, String property) {
    Set<String> out = new TreeSet<>();
    action
        .listProperties(property(SD, property))
        .forEach(
            s -> {
              RDFNode value = s.getObject();
              if (value.canAs(org.apache.jena.rdf.model.RDFList.class)) {
                value
                    .as(org.apache.jena.rdf.model.RDFList.class)
                    .iterator()
                    .forEach(n -> out.add(local(n)));
              } else {
                out.add(local(value));
              }
            });
    return out;
  }

  private static String local(RDFNode node) {
    return node.asResource().getURI().replaceAll(".*/", "");
  }

  private static boolean passes(Resource c, Resource action) {
    Graph data = RDFDataMgr.loadGraph(file(action, QT, "data"));
    Query query = QueryFactory.read(file(action, QT, "query"));
    Model closed =
        ModelFactory.createModelForGraph(
            Closure.of(data, isOwl(action) ? RuleSet.owl2rl() : RuleSet.rdfs()).graph());
    try (QueryExecution run = QueryExecution.model(closed).query(query).build()) {
      String expected = file(c, MF, "result");
      if (query.isAskType()) {
        return run.execAsk()
            == Files.readString(Path.of(java.net.URI.create(expected))).contains(">true<");
      }
      ResultSet wanted = ResultSetFactory.load(expected).rewindable();
      return ResultsCompare.equalsByTerm(wanted, run.execSelect().rewindable());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String file(Resource from, String namespace, String name) {
    return from.getPropertyResourceValue(property(namespace, name)).getURI();
  }

  private static Property property(String namespace, String name) {
    return ResourceFactory.createProperty(namespace, name);
  }

  private static TreeSet<String> leftOut() {
    return Graphs.text("sparql-left-out.tsv")
        .lines()
        .filter(l -> !l.isBlank() && !l.startsWith("#"))
        .map(l -> l.split("\t")[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
