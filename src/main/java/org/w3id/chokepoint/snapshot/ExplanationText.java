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

/** Explanations for programs: JSON and PROV-O. */
public final class ExplanationText {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ExplanationText() {}

  /** The steps as indented JSON; step 0 is the conclusion, {@code premises} are step numbers. */
  public static String json(Explanation explanation) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (Explanation.Step step : explanation.steps()) {
      Map<String, Object> entry = new LinkedHashMap<>();
      entry.put("step", steps.size());
      entry.put("subject", Lookup.text(step.triple().getSubject()));
      entry.put("predicate", Lookup.text(step.triple().getPredicate()));
      entry.put("object", Lookup.text(step.triple().getObject()));
      switch (step) {
        case Explanation.Given given -> {
          entry.put("graphs", given.graphs());
          entry.put("evidence", given.evidence());
        }
        case Explanation.Derived derived -> {
          entry.put("rule", derived.rule());
          entry.put("premises", derived.premises());
        }
      }
      steps.add(entry);
    }
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("holds", true);
    all.put("asserted", explanation.asserted());
    all.put("steps", steps);
    try {
      return JSON.writeValueAsString(all) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("strings and numbers are always JSON", e);
    }
  }

  /**
   * The steps as PROV-O entities that are derived from one another and, at the leaves, from the
   * passages of articles.
   *
   * @param document IRI of the explanation; steps are {@code #step-0} and so on below it
   */
  public static Graph prov(Explanation explanation, String document) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    for (int i = 0; i < explanation.steps().size(); i++) {
      Explanation.Step step = explanation.steps().get(i);
      Node entity = step(document, i);
      add(graph, entity, RDF.type.asNode(), prov("Entity"));
      add(graph, entity, RDF.type.asNode(), RDF.Statement.asNode());
      add(graph, entity, RDF.subject.asNode(), step.triple().getSubject());
      add(graph, entity, RDF.predicate.asNode(), step.triple().getPredicate());
      add(graph, entity, RDF.object.asNode(), step.triple().getObject());
      switch (step) {
        case Explanation.Given given -> {
          for (String name : given.graphs()) {
            add(graph, entity, prov("wasDerivedFrom"), NodeFactory.createURI(name));
          }
          for (Evidence evidence : given.evidence()) {
            add(graph, entity, prov("wasDerivedFrom"), NodeFactory.createURI(evidence.claim()));
            add(graph, entity, prov("wasQuotedFrom"), NodeFactory.createURI(evidence.passage()));
            add(graph, entity, prov("hadPrimarySource"), NodeFactory.createURI(evidence.article()));
          }
        }
        case Explanation.Derived derived -> {
          Node activity = NodeFactory.createURI(document + "#activity-" + i);
          add(graph, entity, prov("wasGeneratedBy"), activity);
          add(graph, activity, RDF.type.asNode(), prov("Activity"));
          add(
              graph,
              activity,
              RDFS.label.asNode(),
              NodeFactory.createLiteralString(derived.rule()));
          for (int premise : derived.premises()) {
            add(graph, entity, prov("wasDerivedFrom"), step(document, premise));
            add(graph, activity, prov("used"), step(document, premise));
          }
        }
      }
    }
    return graph;
  }

  private static Node step(String document, int index) {
    return NodeFactory.createURI(document + "#step-" + index);
  }

  private static Node prov(String name) {
    return NodeFactory.createURI(Terms.PROV + name);
  }

  private static void add(Graph graph, Node subject, Node predicate, Node object) {
    graph.add(Triple.create(subject, predicate, object));
  }
}
