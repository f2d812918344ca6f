package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.w3id.chokepoint.snapshot.Sample;

/** Queries that take longer than they may, as users of other servers have reported them. */
@Timeout(120)
class TimeoutTest {
  @RegisterExtension
  static final SampleServer client =
      SampleServer.standard()
          .with(many())
          .with(
              Limits.standard()
                  .with(Limit.QUERY_TIMEOUT, 1)
                  .with(Limit.ROWS, 10_000)
                  .with(Limit.CONCURRENT_PER_CLIENT, 64));

  private static DatasetGraph many() {
    DatasetGraph data = Sample.asserted();
    Node graph = NodeFactory.createURI("http://ex/many");
    for (int i = 0; i < 20_000; i++) {
      data.add(
          graph,
          NodeFactory.createURI("http://ex/s" + i),
          NodeFactory.createURI("http://ex/p" + i % 3),
          NodeFactory.createURI("http://ex/s" + (i * 7919) % 20_000));
    }
    return data;
  }

  @Test
  void tenQueriesWithOptionalAndNotExistsStopAndBlockNobody() throws Exception {
    String query =
        "SELECT (COUNT(*) AS ?n) { ?a ?p ?b OPTIONAL { ?c ?q ?d FILTER NOT EXISTS { ?a ?r ?d . ?d"
            + " ?t ?u FILTER(?u = ?c) } } }";
    try (ExecutorService clients = Executors.newFixedThreadPool(10)) {
      List<Future<HttpResponse<String>>> slow = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        slow.add(clients.submit(() -> client.csv("/sparql", query)));
      }
      while (slow.stream().noneMatch(Future::isDone)) {
        assertEquals(200, client.csv("/sparql", "ASK { ?s a ?o }").statusCode());
      }
      for (Future<HttpResponse<String>> one : slow) {
        assertEquals(503, one.get().statusCode());
        assertTrue(one.get().headers().firstValue("Retry-After").isPresent());
      }
    }
    assertEquals(200, client.csv("/sparql", "ASK { ?s a ?o }").statusCode());
  }

  @Test
  void noFormatGivesTheRowsFoundBeforeTheTimeWasOver() {
    String query =
        "SELECT * { { BIND(1 AS ?x) } UNION { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i"
            + " FILTER(CONCAT(STR(?a), STR(?d), STR(?g)) = \"3\") } }";
    for (String type : ServiceRequest.ROWS) {
      HttpResponse<String> answer =
          client.get("/sparql?query=" + Client.encode(query), "Accept", type);
      assertEquals(503, answer.statusCode(), type);
      assertTrue(
          answer
              .headers()
              .firstValue("Content-Type")
              .orElseThrow()
              .startsWith("application/problem+json"),
          type);
      assertFalse(answer.body().contains("bindings"), answer.body());
    }
  }
}
