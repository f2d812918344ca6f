package org.w3id.chokepoint.mention;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * The classes and properties of the ontology by their local names, as far as reading needs them.
 */
public final class Ontology {
  /** Namespace of the classes and properties. */
  public static final String NAMESPACE = "https://w3id.org/chokepoint/ontology#";

  private final Map<String, Set<String>> ancestors = new HashMap<>();
  private final Map<String, Set<String>> disjoint = new HashMap<>();
  private final Map<String, Set<String>> domains = new HashMap<>();
  private final Map<String, Set<String>> ranges = new HashMap<>();
  private final Set<String> properties = new TreeSet<>();

  private Ontology(Graph graph) {
    Map<String, Set<String>> parents = new HashMap<>();
    collect(graph, RDFS.subClassOf.asNode(), parents);
    collect(graph, OWL.disjointWith.asNode(), disjoint);
    collect(graph, RDFS.domain.asNode(), domains);
    collect(graph, RDFS.range.asNode(), ranges);
    graph
        .find(Node.ANY, RDF.type.asNode(), OWL.Class.asNode())
        .filterKeep(t -> ours(t.getSubject()))
        .forEach(
            t -> ancestors.put(local(t.getSubject()), closure(local(t.getSubject()), parents)));
    graph
        .find(Node.ANY, RDF.type.asNode(), OWL.ObjectProperty.asNode())
        .filterKeep(t -> ours(t.getSubject()))
        .forEach(t -> properties.add(local(t.getSubject())));
  }

  /** Reads the ontology; Jena's exception names file and line where it is broken. */
  public static Ontology load(Path file) {
    return new Ontology(RDFDataMgr.loadGraph(file.toUri().toString()));
  }

  /** Whether a class is another or below it. */
  public boolean isA(String kind, String ancestor) {
    return ancestors.getOrDefault(kind, Set.of()).contains(ancestor);
  }

  /**
   * Whether a thing of a class is, or may turn out to be, of another: a product of which no more is
   * known than its name may be a chip, a device or software, but no category of such.
   */
  public boolean mayBe(String kind, String wanted) {
    boolean product = kind.equals("Technology") && !wanted.equals("TechnologyCategory");
    return isA(kind, wanted) || product && isA(wanted, kind);
  }

  /**
   * Whether other classes are below a class, so that two things of it may be of different kinds.
   */
  public boolean divided(String kind) {
    return ancestors.keySet().stream().anyMatch(c -> !c.equals(kind) && isA(c, kind));
  }

  /** The classes above {@code kind} and below {@code top}, in order of name. */
  public List<String> between(String kind, String top) {
    return ancestors.getOrDefault(kind, Set.of()).stream()
        .filter(c -> !c.equals(kind) && !c.equals(top) && isA(c, top))
        .sorted()
        .toList();
  }

  /**
   * Whether a property may hold between things of two classes: neither is disjoint with the
   * property's domain or range.
   */
  public boolean allows(String kind, String property, String other) {
    return domains.getOrDefault(property, Set.of()).stream().noneMatch(d -> disjoint(kind, d))
        && ranges.getOrDefault(property, Set.of()).stream().noneMatch(r -> disjoint(other, r));
  }

  /** Whether nothing can be both. */
  public boolean disjoint(String a, String b) {
    for (String x : ancestors.getOrDefault(a, Set.of())) {
      for (String y : ancestors.getOrDefault(b, Set.of())) {
        if (disjoint.getOrDefault(x, Set.of()).contains(y)
            || disjoint.getOrDefault(y, Set.of()).contains(x)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the ontology has a class of this local name. */
  public boolean hasClass(String name) {
    return ancestors.containsKey(name);
  }

  /** Whether the ontology has an object property of this local name. */
  public boolean hasProperty(String name) {
    return properties.contains(name);
  }

  private static void collect(Graph graph, Node property, Map<String, Set<String>> into) {
    graph
        .find(Node.ANY, property, Node.ANY)
        .filterKeep(t -> ours(t.getSubject()) && ours(t.getObject()))
        .forEach(
            t ->
                into.computeIfAbsent(local(t.getSubject()), k -> new HashSet<>())
                    .add(local(t.getObject())));
  }

  private static Set<String> closure(String name, Map<String, Set<String>> parents) {
    Set<String> out = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(Set.of(name));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (out.add(next)) {
        open.addAll(parents.getOrDefault(next, Set.of()));
      }
    }
    return out;
  }

  private static boolean ours(Node node) {
    return node.isURI() && node.getURI().startsWith(NAMESPACE);
  }

  private static String local(Node node) {
    return node.getURI().substring(NAMESPACE.length());
  }
}
