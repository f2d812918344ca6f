package org.w3id.chokepoint.snapshot;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/** The prefixes we write with, so that the same thing is short in the same way everywhere. */
public final class Prefixes {
  private static final Map<String, String> ALL = new LinkedHashMap<>();

  static {
    ALL.put("cp", Terms.CP);
    for (String kind :
        new String[] {"actor", "tech", "policy", "place", "event", "claim", "run", "graph"}) {
      ALL.put(kind, Terms.BASE + "id/" + kind + "/");
    }
    ALL.put("owl", "http://www.w3.org/2002/07/owl#");
    ALL.put("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    ALL.put("rdfs", "http://www.w3.org/2000/01/rdf-schema#");
    ALL.put("xsd", "http://www.w3.org/2001/XMLSchema#");
    ALL.put("skos", Terms.SKOS);
    ALL.put("dcterms", Terms.DCTERMS);
    ALL.put("prov", Terms.PROV);
    ALL.put("nif", Terms.NIF);
    ALL.put("itsrdf", Terms.ITSRDF);
    ALL.put("schema", Terms.SCHEMA);
    ALL.put("void", "http://rdfs.org/ns/void#");
    ALL.put("dcat", "http://www.w3.org/ns/dcat#");
    ALL.put("sd", "http://www.w3.org/ns/sparql-service-description#");
  }

  private Prefixes() {}

  /** Namespace IRIs by prefix, in a fixed order. */
  public static Map<String, String> all() {
    return Collections.unmodifiableMap(ALL);
  }

  /** Those that shorten an IRI of a graph. */
  public static Map<String, String> of(Graph graph) {
    Set<String> used = new HashSet<>();
    try (Stream<Triple> triples = graph.stream()) {
      triples.forEach(
          triple -> {
            for (Node node :
                List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())) {
              String iri = node.isLiteral() ? node.getLiteralDatatypeURI() : node.toString();
              used.add(iri.substring(0, Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1));
            }
          });
    }
    Map<String, String> some = new LinkedHashMap<>(ALL);
    some.values().retainAll(used);
    return some;
  }

  /** The IRI that a prefixed name such as {@code actor:huawei} stands for, else the text itself. */
  public static String expand(String name) {
    int colon = name.indexOf(':');
    String namespace = colon < 0 ? null : ALL.get(name.substring(0, colon));
    return namespace == null ? name : namespace + name.substring(colon + 1);
  }
}
