package org.w3id.chokepoint.snapshot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** Why not, for programs: JSON and RDF. */
public final class AbsenceText {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private AbsenceText() {}

  /** As indented JSON; a term of a missing premise that may be anything is "?v0" and so on. */
  public static String json(Absence absence) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("holds", false);
    all.putAll(terms(absence.triple()));
    all.put("claims", absence.claims());
    List<Map<String, Object>> misses = new ArrayList<>();
    for (Absence.Miss miss : absence.misses()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("rule", miss.rule().rule());
      entry.put("present", miss.rule().present().stream().map(AbsenceText::terms).toList());
      entry.put("missing", terms(miss.rule().missing()));
      entry.put("claims", miss.claims());
      misses.add(entry);
    }
    all.put("nearest", misses);
    try {
      return JSON.writeValueAsString(all) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers are always JSON", e);
    }
  }

  /**
   * As RDF: the triple and each missing premise are reified statements, {@code dcterms:requires}
   * leads from the one to the others, and PROV-O from either to the claims and sentences that state
   * it. A term that may be anything is left out.
   *
   * @param document IRI of the answer; statements are {@code #absent} and {@code #missing-0} and so
   *     on below it
   */
  public static Graph prov(Absence absence, String document) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    Node absent = NodeFactory.createURI(document + "#absent");
    statement(graph, absent, absence.triple(), absence.claims());
    for (int i = 0; i < absence.misses().size(); i++) {
      Absence.Miss miss = absence.misses().get(i);
      Node missing = NodeFactory.createURI(document + "#missing-" + i);
      statement(graph, missing, miss.rule().missing(), miss.claims());
      graph.add(absent, Terms.dcterms("requires"), missing);
      graph.add(missing, RDFS.label.asNode(), NodeFactory.createLiteralString(miss.rule().rule()));
    }
    return graph;
  }

  private static void statement(
      Graph graph, Node node, Triple triple, List<Absence.Stated> claims) {
    graph.add(node, RDF.type.asNode(), RDF.Statement.asNode());
    part(graph, node, RDF.subject.asNode(), triple.getSubject());
    part(graph, node, RDF.predicate.asNode(), triple.getPredicate());
    part(graph, node, RDF.object.asNode(), triple.getObject());
    for (Absence.Stated stated : claims) {
      graph.add(node, prov("wasDerivedFrom"), NodeFactory.createURI(stated.claim()));
      for (Evidence evidence : stated.evidence()) {
        graph.add(node, prov("wasQuotedFrom"), NodeFactory.createURI(evidence.passage()));
      }
    }
  }

  private static void part(Graph graph, Node node, Node property, Node term) {
    if (term.isConcrete()) {
      graph.add(node, property, term);
    }
  }

  private static Map<String, Object> terms(Triple triple) {
    Map<String, Object> terms = new LinkedHashMap<>();
    terms.put("subject", Lookup.text(triple.getSubject()));
    terms.put("predicate", Lookup.text(triple.getPredicate()));
    terms.put("object", Lookup.text(triple.getObject()));
    return terms;
  }

  private static Node prov(String name) {
    return NodeFactory.createURI(Terms.PROV + name);
  }
}
