package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Terms;

/** A thing about which there is very much to say. */
class PagingTest {
  private static final Node HUB = NodeFactory.createURI(Terms.BASE + "id/place/hub");
  private static final int MANY = 2 * Description.SIZE + 10;

  @RegisterExtension static final SampleServer client = SampleServer.standard().with(hub());

  private static DatasetGraph hub() {
    DatasetGraph data = Sample.asserted();
    Node graph = NodeFactory.createURI(Terms.BASE + "id/graph/reference");
    for (int i = 0; i < MANY; i++) {
      data.add(
          graph, NodeFactory.createURI(Terms.BASE + "id/actor/a" + i), Terms.cp("basedIn"), HUB);
    }
    return data;
  }

  @Test
  void followingNextLosesNoStatementAndRepeatsNone() {
    Set<Triple> found = new HashSet<>();
    int seen = 0;
    int pages = 0;
    Optional<String> next = Optional.of("/data/place/hub.nt");
    while (next.isPresent()) {
      HttpResponse<String> page = client.get(next.get());
      assertEquals(200, page.statusCode(), next.get());
      assertEquals(page.body(), client.get(next.get()).body(), "a page stays as it is");
      var triples = RDFParser.fromString(page.body(), Lang.NTRIPLES).toGraph();
      for (Triple triple : triples.find(Node.ANY, Terms.cp("basedIn"), HUB).toList()) {
        found.add(triple);
        seen++;
      }
      pages++;
      next = link(page, "next");
    }
    assertEquals(3, pages);
    assertEquals(MANY, found.size());
    assertEquals(MANY, seen);
    assertEquals(
        Optional.of("/data/place/hub.nt?page=2"),
        link(client.get("/data/place/hub.nt?page=3"), "prev"));
    HttpResponse<String> beyond = client.get("/data/place/hub.nt?page=4");
    assertEquals(404, beyond.statusCode());
    assertTrue(beyond.body().contains("has 3 pages"), beyond.body());
  }

  @Test
  void aNamedGraphComesInPagesToo() {
    Set<Triple> found = new HashSet<>();
    Optional<String> next = Optional.of("/data/graph/reference.nt");
    while (next.isPresent()) {
      HttpResponse<String> page = client.get(next.get());
      var triples = RDFParser.fromString(page.body(), Lang.NTRIPLES).toGraph();
      assertTrue(triples.size() <= Description.SIZE, next.get());
      triples.stream().forEach(found::add);
      next = link(page, "next");
    }
    assertEquals(
        hub().getGraph(NodeFactory.createURI(Terms.BASE + "id/graph/reference")).size(),
        found.size());
  }

  private static Optional<String> link(HttpResponse<String> answer, String relation) {
    String links = answer.headers().firstValue("Link").orElseThrow();
    Matcher found = Pattern.compile("<([^>]+)>; rel=\"" + relation + "\"").matcher(links);
    return found.find() ? Optional.of(found.group(1)) : Optional.empty();
  }
}
