package org.w3id.chokepoint.reason;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/** Draws triples from a small world, so that facts and axioms meet often. */
final class RandomTriples {
  private static final List<String> PROPERTY_KINDS =
      List.of(
          "Transitive",
          "Symmetric",
          "Functional",
          "InverseFunctional",
          "Asymmetric",
          "Irreflexive");
  private static final List<String> CLASS_AXIOMS =
      List.of("rdfs:subClassOf", "rdfs:subClassOf", "owl:equivalentClass", "owl:disjointWith");
  private static final List<String> LIST_AXIOMS =
      List.of(
          ":c%d owl:intersectionOf",
          ":c%d owl:unionOf",
          ":c%d owl:oneOf",
          ":p%d owl:propertyChainAxiom",
          ":c%d owl:hasKey",
          ":all%d owl:members",
          ":all%d owl:distinctMembers");
  private static final List<String> KINDS_OF_ALL =
      List.of("owl:AllDifferent", "owl:AllDisjointClasses", "owl:AllDisjointProperties");

  private final Random random;
  private final boolean lists;
  private final boolean equality;

  RandomTriples(Random random, boolean lists, boolean equality) {
    this.random = random;
    this.lists = lists;
    this.equality = equality;
  }

  Set<Triple> draw(int count) {
    Set<Triple> out = new LinkedHashSet<>();
    while (out.size() < count) {
      out.add(Graphs.one(one()));
    }
    return out;
  }

  static Graph graph(Collection<Triple> triples) {
    Graph out = GraphFactory.createDefaultGraph();
    triples.forEach(out::add);
    return out;
  }

  private String one() {
    int kind = random.nextInt(lists ? 26 : 20);
    return switch (kind) {
      case 0, 1, 2, 3, 4 -> any("i", 7) + any("p", 4) + any("i", 7) + ".";
      case 5, 6, 7 -> any("i", 7) + "a" + any("c", 6) + ".";
      case 8, 9, 10 -> any("c", 6) + pick(CLASS_AXIOMS) + any("c", 6) + ".";
      case 11 -> any("p", 4) + "rdfs:subPropertyOf" + any("p", 4) + ".";
      case 12 ->
          any("p", 4) + (random.nextBoolean() ? "rdfs:domain" : "rdfs:range") + any("c", 6) + ".";
      case 13 ->
          any("p", 4)
              + (random.nextBoolean() ? "owl:inverseOf" : "owl:equivalentProperty")
              + any("p", 4)
              + ".";
      case 14, 15 -> any("p", 4) + "a owl:" + kindOfProperty() + "Property .";
      case 16 ->
          any("i", 7)
              + any("p", 4)
              + "\""
              + "0".repeat(random.nextInt(2))
              + random.nextInt(2)
              + "\"^^xsd:integer .";
      case 17 -> any("c", 6) + "owl:onProperty" + any("p", 4) + ".";
      case 18 -> any("c", 6) + restriction();
      case 19 -> equality ? sameOrNot() : any("i", 7) + any("p", 4) + any("i", 7) + ".";
      case 20, 21 ->
          any("l", 4)
              + "rdf:first"
              + (random.nextBoolean()
                  ? any("c", 6)
                  : random.nextBoolean() ? any("p", 4) : any("i", 7))
              + ".";
      case 22, 23 ->
          any("l", 4) + "rdf:rest" + (random.nextInt(3) > 0 ? " rdf:nil" : any("l", 4)) + ".";
      case 24 -> pick(LIST_AXIOMS).formatted(random.nextInt(4)) + any("l", 4) + ".";
      default -> any("all", 4) + "a " + pick(KINDS_OF_ALL) + " .";
    };
  }

  private String kindOfProperty() {
    String kind = pick(PROPERTY_KINDS);
    return !equality && kind.endsWith("Functional") ? "Symmetric" : kind;
  }

  private String sameOrNot() {
    String pair = random.nextInt(5) > 0 ? "i" : random.nextBoolean() ? "c" : "p";
    return any(pair, 4)
        + (random.nextInt(4) > 0 ? "owl:sameAs" : "owl:differentFrom")
        + any(pair, 4)
        + ".";
  }

  private String restriction() {
    return switch (random.nextInt(equality ? 5 : 3)) {
      case 0 -> "owl:someValuesFrom" + (random.nextInt(4) == 0 ? " owl:Thing" : any("c", 6)) + ".";
      case 1 -> "owl:allValuesFrom" + any("c", 6) + ".";
      case 2 -> "owl:hasValue" + any("i", 7) + ".";
      case 3 -> "owl:maxCardinality " + "\"" + random.nextInt(2) + "\"^^xsd:nonNegativeInteger .";
      default -> "owl:complementOf" + any("c", 6) + ".";
    };
  }

  private String any(String kind, int count) {
    return " :" + kind + random.nextInt(count) + " ";
  }

  private String pick(List<String> from) {
    return from.get(random.nextInt(from.size()));
  }
}
