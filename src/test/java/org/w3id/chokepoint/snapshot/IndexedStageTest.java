package org.w3id.chokepoint.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphMapLink;
import org.apache.jena.sparql.engine.main.StageBuilder;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;

/** Holds answers against those that ARQ works out over its own graph of the same triples. */
class IndexedStageTest {
  private final Random random = new Random(20261130);

  @Test
  void answersAreThoseOfArq() {
    int rows = 0;
    for (int round = 0; round < 40; round++) {
      Graph plain = GraphMemFactory.createDefaultGraph();
      IndexMaker maker = new IndexMaker("urn:inferred");
      Node graph = NodeFactory.createURI("urn:g");
      int triples = random.nextInt(80);
      for (int i = 0; i < triples; i++) {
        Node s = term(6);
        Node p = term(4);
        Node o = term(8);
        if (plain.contains(s, p, o)) {
          continue; // a dump has each line once
        }
        if (i < triples * 4 / 5) { // what is asserted comes first
          maker.asserted(graph, s, p, o);
        } else {
          maker.inferred(s, p, o);
        }
        plain.add(s, p, o);
      }
      Indexed indexed = maker.made();
      DatasetGraph ours = new DatasetGraphMapLink(new GraphReadOnly(indexed.all()));
      indexed.named().forEach(ours::addGraph);
      DatasetGraph theirs = new DatasetGraphMapLink(plain);
      indexed.named().forEach((name, g) -> theirs.addGraph(name, copy(g)));
      for (int i = 0; i < 60; i++) {
        String query = query();
        Map<String, Long> expected = answer(query, theirs, false);
        assertEquals(expected, answer(query, ours, true), query);
        rows += expected.size();
      }
    }
    assertTrue(rows > 5_000, "too few rows to tell: " + rows);
  }

  @Test
  void aLongSearchStopsWhenItsTimeIsOver() {
    IndexMaker maker = new IndexMaker("urn:inferred");
    for (int i = 0; i < 3000; i++) {
      maker.inferred(NodeFactory.createURI("urn:s" + i), term(1), term(1));
    }
    DatasetGraph data = DatasetGraphFactory.wrap(maker.made().all());
    try (QueryExec execution =
        QueryExec.dataset(data)
            .query("SELECT * { ?a ?p ?o . ?b ?p ?o . ?c ?p ?o . ?c ?q ?a }")
            .context(context())
            .timeout(300, TimeUnit.MILLISECONDS)
            .build()) {
      assertThrows(QueryCancelledException.class, () -> RowSetOps.consume(execution.select()));
    }
  }

  private Node term(int of) {
    return NodeFactory.createURI("urn:t" + random.nextInt(of));
  }

  private String query() {
    String first = pattern(1 + random.nextInt(4));
    return "SELECT * { "
        + switch (random.nextInt(8)) {
          case 0 -> first + " OPTIONAL { " + pattern(2) + " } " + pattern(1);
          case 1 ->
              "VALUES (?a ?b) { (<urn:t1> UNDEF) (UNDEF <urn:t2>) (<urn:no> UNDEF) } " + first;
          case 2 -> first + " FILTER NOT EXISTS { " + pattern(2) + " }";
          case 3 -> "{ " + first + " } UNION { " + pattern(2) + " } " + pattern(1);
          case 4 -> "GRAPH ?g { " + first + " } " + pattern(1);
          case 5 -> "BIND(<urn:t" + random.nextInt(9) + "> AS ?a) " + first;
          case 6 -> first + " MINUS { " + pattern(1) + " }";
          default -> first;
        }
        + " }";
  }

  private String pattern(int triples) {
    return IntStream.range(0, triples)
        .mapToObj(i -> part(6) + " " + part(4) + " " + part(8))
        .collect(Collectors.joining(" . ", "", " . "));
  }

  private String part(int of) {
    return random.nextInt(5) < 3
        ? List.of("?a", "?b", "?c", "?d").get(random.nextInt(4))
        : "<urn:t" + random.nextInt(of + 1) + ">";
  }

  private static Graph copy(Graph graph) {
    Graph out = GraphMemFactory.createDefaultGraph();
    graph.find().forEachRemaining(out::add);
    return out;
  }

  private static Context context() {
    Context context = ARQ.getContext().copy();
    StageBuilder.setGenerator(context, new IndexedStage(StageBuilder.getGenerator()));
    return context;
  }

  private static Map<String, Long> answer(String query, DatasetGraph data, boolean indexed) {
    Context context = indexed ? context() : ARQ.getContext().copy();
    try (QueryExec execution = QueryExec.dataset(data).query(query).context(context).build()) {
      return execution.select().stream()
          .map(
              row ->
                  List.of("a", "b", "c", "d", "g").stream()
                      .map(name -> String.valueOf(row.get(name)))
                      .collect(Collectors.joining(" ")))
          .collect(Collectors.groupingBy(row -> row, Collectors.counting()));
    }
  }
}
