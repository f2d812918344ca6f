package org.w3id.chokepoint.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexedTest {
  @TempDir Path root;
  private Snapshot snapshot;
  private Path file;

  @BeforeEach
  void publish() {
    DatasetGraph data = Sample.asserted();
    // a fact of two graphs, one that is inferred as well, and texts that differ in kind alone
    Triple twice = data.getDefaultGraph().find().nextOptional().orElse(odd("1"));
    Node graph = NodeFactory.createURI(Terms.BASE + "id/graph/article-moon-1");
    data.add(Quad.create(NodeFactory.createURI(Terms.BASE + "id/graph/facts"), twice));
    data.add(Quad.create(graph, twice));
    Sample.inferred().find().toList().stream()
        .limit(1)
        .forEach(t -> data.add(Quad.create(graph, t)));
    data.add(Quad.create(graph, odd("1")));
    data.add(Quad.create(graph, odd("a \"quoted\"\n\u2028 text \\ \uD83D\uDE00")));
    Node subject = NodeFactory.createURI("urn:s");
    Node predicate = NodeFactory.createURI("urn:p");
    for (Node object :
        List.of(
            NodeFactory.createLiteralLang("1", "en"),
            NodeFactory.createLiteralDT("1", NodeFactory.getType("urn:type")),
            NodeFactory.createURI("1:1"))) {
      data.add(graph, subject, predicate, object);
    }
    for (int i = 0; i < 40; i++) { // a hub, more than are looked through one by one
      data.add(graph, subject, predicate, NodeFactory.createURI("urn:o" + i % 20));
      data.add(graph, NodeFactory.createURI("urn:o" + i), predicate, subject);
      data.add(graph, subject, NodeFactory.createURI("urn:q"), NodeFactory.createURI("urn:o" + i));
    }
    snapshot = Snapshots.at(root).publish(Sample.content(data));
    file = snapshot.folder().resolve("index.bin");
  }

  private static Triple odd(String text) {
    return Triple.create(
        NodeFactory.createURI("urn:s"),
        NodeFactory.createURI("urn:p"),
        NodeFactory.createLiteralString(text));
  }

  @Test
  void findsWhatTheDumpHolds() {
    same(Indexed.of(snapshot));
  }

  @Test
  void findsTheSameInTheFileThatWasKept() {
    Indexed first = Indexed.of(snapshot);
    assertFalse(first.wasKept());
    assertTrue(first.keep(snapshot));
    Indexed second = Indexed.of(snapshot);
    assertTrue(second.wasKept());
    same(second);
  }

  @Test
  void aFileThatWasAlteredIsNotBelieved() throws IOException {
    Indexed.of(snapshot).keep(snapshot);
    byte[] whole = Files.readAllBytes(file);
    for (int i : new int[] {0, whole.length / 2, whole.length - 1}) {
      byte[] altered = whole.clone();
      altered[i] ^= 4;
      Files.write(file, altered);
      assertFalse(Indexed.of(snapshot).wasKept(), "byte " + i);
    }
    Files.write(file, new byte[0]);
    assertFalse(Indexed.of(snapshot).wasKept());
    Files.write(file, Arrays.copyOf(whole, whole.length - 5));
    same(Indexed.of(snapshot));
  }

  @Test
  void theFileOfAnotherDumpIsNotBelieved() throws IOException {
    Indexed.of(snapshot).keep(snapshot);
    Snapshot other = Snapshots.at(root).publish(Sample.content());
    Files.copy(file, other.folder().resolve("index.bin"));
    assertFalse(Indexed.of(other).wasKept());
  }

  private void same(Indexed indexed) {
    DatasetGraph asserted = snapshot.readAsserted();
    Graph union = GraphMemFactory.createDefaultGraph();
    asserted.find().forEachRemaining(quad -> union.add(quad.asTriple()));
    Graph all = GraphMemFactory.createDefaultGraph();
    Graph inferred = snapshot.readInferred();
    Stream.concat(union.stream(), inferred.stream()).forEach(all::add);
    same(union, indexed.asserted());
    same(inferred, indexed.inferred());
    same(all, indexed.all());
    Map<Node, Graph> named = indexed.named();
    Node name = NodeFactory.createURI(Terms.BASE + Terms.INFERRED);
    same(inferred, Objects.requireNonNull(named.remove(name)));
    Set<Node> names = new HashSet<>();
    asserted.listGraphNodes().forEachRemaining(names::add);
    assertEquals(names, named.keySet());
    named.forEach((own, graph) -> same(asserted.getGraph(own), graph));
  }

  /** Asks both graphs for each pattern that some triple makes. */
  private static void same(Graph expected, Graph actual) {
    assertEquals(expected.size(), actual.size());
    assertEquals(found(expected, Triple.ANY), found(actual, Triple.ANY));
    List<Triple> triples = expected.find().toList();
    int step = Math.max(1, triples.size() / 300);
    for (int i = 0; i < triples.size(); i += step) {
      Triple t = triples.get(i);
      Node other = triples.get(triples.size() - 1 - i).getObject();
      for (Node s : List.of(Node.ANY, t.getSubject())) {
        for (Node p : List.of(Node.ANY, t.getPredicate())) {
          for (Node o : List.of(Node.ANY, t.getObject(), other)) {
            Triple pattern = Triple.create(s, p, o);
            assertEquals(found(expected, pattern), found(actual, pattern), pattern::toString);
            assertEquals(expected.contains(pattern), actual.contains(pattern), pattern::toString);
          }
        }
      }
    }
    assertFalse(actual.contains(Node.ANY, Node.ANY, NodeFactory.createURI("urn:nowhere")));
  }

  private static Set<Triple> found(Graph graph, Triple pattern) {
    List<Triple> found = graph.find(pattern).toList();
    Set<Triple> once = found.stream().collect(Collectors.toSet());
    assertEquals(once.size(), found.size(), () -> pattern + " is found twice");
    return once;
  }
}
