package org.w3id.chokepoint.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.w3id.chokepoint.snapshot.Lookup;
import org.w3id.chokepoint.snapshot.Prefixes;
import org.w3id.chokepoint.snapshot.Terms;

/** The JSON-LD 1.1 context that follows from the ontology: a key for each of its properties. */
final class ContextDocument {
  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ContextDocument() {}

  static Reply answer(Question question) {
    return Reply.text("application/ld+json", json(OntologyDocument.graph(question.served())));
  }

  /** The context as JSON, keys in a fixed order. */
  static String json(Graph ontology) {
    Map<String, Object> context = new LinkedHashMap<>();
    context.put("@version", 1.1);
    context.putAll(Prefixes.all());
    context.put("id", "@id");
    context.put("type", "@type");
    context.put("label", new TreeMap<>(Map.of("@id", "rdfs:label", "@container", "@language")));
    context.putAll(properties(ontology));
    try {
      return JSON.writeValueAsString(Map.of("@context", context)) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("maps of strings are always JSON", e);
    }
  }

  private static Map<String, Object> properties(Graph ontology) {
    Lookup look = new Lookup(ontology);
    Map<String, Object> terms = new TreeMap<>();
    for (Node property : look.subjects(RDF.type.asNode(), OWL.ObjectProperty.asNode())) {
      if (property.isURI() && property.getURI().startsWith(Terms.CP)) {
        String name = property.getLocalName();
        terms.put(name, new TreeMap<>(Map.of("@id", "cp:" + name, "@type", "@id")));
      }
    }
    for (Node property : look.subjects(RDF.type.asNode(), OWL.DatatypeProperty.asNode())) {
      if (property.isURI() && property.getURI().startsWith(Terms.CP)) {
        String name = property.getLocalName();
        Map<String, String> term = new TreeMap<>(Map.of("@id", "cp:" + name));
        String range = look.string(property, RDFS.range.asNode());
        if (range.startsWith(XSD) && !range.endsWith("#string")) {
          term.put("@type", "xsd:" + range.substring(XSD.length()));
        }
        terms.put(name, term);
      }
    }
    return terms;
  }
}
