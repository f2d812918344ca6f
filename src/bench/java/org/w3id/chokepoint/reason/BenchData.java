package org.w3id.chokepoint.reason;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.OWL2;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/** An invented field of a given size: actors, technologies, policies, and articles for the rest. */
final class BenchData {
  static final String NS = "https://example.org/bench#";
  private static final List<String> ACTORS =
      List.of("Foundry", "Designer", "CloudProvider", "GovernmentBody", "State", "Company");
  private static final List<String> TECHNOLOGIES = List.of("Gpu", "Accelerator", "Chip");

  private final Random random = new Random(7);
  private final List<Triple> out = new ArrayList<>();

  private BenchData() {}

  /** About {@code size} triples, the ontology among them; the same for the same size. */
  static List<Triple> of(int size) {
    return new BenchData().draw(size);
  }

  static Node term(String name) {
    return NodeFactory.createURI(NS + name);
  }

  static int actors(int size) {
    return Math.max(50, size / 100);
  }

  private List<Triple> draw(int size) {
    out.addAll(ontology());
    int actors = actors(size);
    int technologies = actors / 2;
    for (int i = 0; i < actors; i++) {
      actor(i, actors, technologies);
    }
    for (int i = 0; i < technologies; i++) {
      add("t" + i, RDF.Nodes.type, term(TECHNOLOGIES.get(i % 3)));
      label("t" + i);
    }
    for (int i = 0; i < actors / 4; i++) {
      add("p" + i, RDF.Nodes.type, term(i % 2 == 0 ? "ExportControl" : "Subsidy"));
      label("p" + i);
      add("a" + (i * 6 + 4) % actors, "enacts", "p" + i);
      add("p" + i, "targets", "a" + random.nextInt(actors));
    }
    for (int i = 0; out.size() < size; i++) {
      add("n" + i, RDF.Nodes.type, term("Article"));
      label("n" + i);
      for (int k = 0; k < 4; k++) {
        add("n" + i, "mentions", "a" + (int) (Math.pow(random.nextDouble(), 3) * actors));
      }
      add("n" + i, "mentions", "t" + random.nextInt(technologies));
    }
    return out;
  }

  private void actor(int i, int actors, int technologies) {
    add("a" + i, RDF.Nodes.type, term(ACTORS.get(i % 6)));
    label("a" + i);
    if (i % 6 != 4 && i > 20 && random.nextInt(3) == 0) {
      add("a" + i, "subsidiaryOf", "a" + random.nextInt(20) * 6 % actors);
    }
    if (random.nextBoolean()) {
      add("a" + i, "competesWith", "a" + random.nextInt(actors));
    }
    add("a" + i, "suppliesTo", "a" + random.nextInt(actors));
    add("a" + i, "suppliesTo", "a" + random.nextInt(actors));
    add("a" + i, "manufactures", "t" + random.nextInt(technologies));
    if (i % 200 == 7) {
      add("a" + i, OWL2.sameAs.asNode(), term("x" + i));
    }
  }

  private void add(String s, String p, String o) {
    add(s, term(p), term(o));
  }

  private void add(String s, Node p, Node o) {
    out.add(Triple.create(term(s), p, o));
  }

  private void label(String s) {
    add(s, RDFS.Nodes.label, NodeFactory.createLiteralLang("The name of " + s, "en"));
  }

  private static List<Triple> ontology() {
    try (InputStream in = BenchData.class.getResourceAsStream("/bench.ttl")) {
      var graph = GraphFactory.createDefaultGraph();
      RDFParser.source(Objects.requireNonNull(in)).lang(Lang.TURTLE).parse(graph);
      return graph.find().toList();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
