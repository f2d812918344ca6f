package org.w3id.chokepoint.snapshot;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/** A small invented world for the tests: one article, three claims, two inferences. */
public final class Sample {
  private Sample() {}

  /** The asserted named graphs, the project's ontology among them. */
  public static DatasetGraph asserted() {
    DatasetGraph data = DatasetGraphFactory.create();
    RDFDataMgr.read(data, resource("sample.trig"));
    RDFDataMgr.read(
        data.getGraph(org.apache.jena.graph.NodeFactory.createURI(Terms.BASE + Terms.ONTOLOGY)),
        "ontology/chokepoint.ttl");
    return data;
  }

  /** What follows, by hand. */
  public static Graph inferred() {
    Graph graph = GraphMemFactory.createDefaultGraph();
    RDFDataMgr.read(graph, resource("sample-inferred.ttl"));
    return graph;
  }

  /** Everything a conversion would hand over. */
  public static SnapshotContent content() {
    return content(asserted());
  }

  /** As {@link #content()} with other data. */
  public static SnapshotContent content(DatasetGraph asserted) {
    return new SnapshotContent(
        asserted,
        inferred(),
        Terms.BASE,
        "chokepoint test",
        "2026-01-15",
        List.of(
            new Manifest.Input(
                "a.txt",
                "moon-1",
                "0".repeat(64),
                "0".repeat(64),
                Terms.BASE + "id/graph/article-moon-1",
                "text")),
        List.of(),
        List.of(new Manifest.Rejected("b.txt", 0, "is empty")),
        0,
        List.of());
  }

  private static String resource(String name) {
    return java.util.Objects.requireNonNull(
            Sample.class.getResource("/org/w3id/chokepoint/" + name))
        .toString();
  }
}
