package org.w3id.chokepoint.serve.conformance;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.chokepoint.serve.RunningServer;
import org.w3id.chokepoint.snapshot.SnapshotContent;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * Does the writes of the cases as this project does them: by publishing a snapshot. The server
 * itself must refuse them.
 */
final class Writer {
  /** The graph that stands for the default graph, as ours is a union of the named ones. */
  private static final Node DEFAULT = NodeFactory.createURI("http://example/default");

  private final Path folder;
  private DatasetGraph store = DatasetGraphFactory.create();

  Writer(Path folder) {
    this.folder = folder;
  }

  void reset(Map<String, String> graphs) {
    store = DatasetGraphFactory.create();
    graphs.forEach(
        (name, file) -> RDFDataMgr.read(store.getGraph(NodeFactory.createURI(name)), file));
  }

  /** Makes the written state the served one; a reader of the default graph gets that alone. */
  void publish(RunningServer server, String path) throws InterruptedException {
    DatasetGraph part = DatasetGraphFactory.create();
    part.addGraph(DEFAULT, store.getGraph(DEFAULT));
    publish(path.equals("/gsp?default") ? part : store);
    String name = Snapshots.at(folder).currentName().orElseThrow();
    for (int i = 0; i < 6000 && !server.snapshotName().equals(name); i++) {
      Thread.sleep(5);
    }
  }

  void publish() {
    publish(store);
  }

  private void publish(DatasetGraph data) {
    Snapshots.at(folder)
        .publish(
            new SnapshotContent(
                data,
                GraphFactory.createGraphMem(),
                Terms.BASE,
                "conformance",
                "",
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of()));
  }

  /** Carries out a PUT, POST or DELETE on the graph store. */
  void write(Exchange exchange, String requestIri, String location) {
    Node name = graph(exchange.path(), requestIri, location);
    if (!exchange.method().equals("POST")) {
      store.removeGraph(name);
    }
    exchange
        .body()
        .ifPresent(
            body ->
                turtles(body, exchange.headers().getOrDefault("content-type", ""))
                    .forEach(
                        turtle ->
                            parse(turtle, requestIri)
                                .find()
                                .forEach(
                                    triple ->
                                        store.add(
                                            name,
                                            triple.getSubject(),
                                            triple.getPredicate(),
                                            triple.getObject()))));
  }

  static Graph parse(String turtle, String base) {
    return RDFParser.fromString(turtle, Lang.TURTLE).base(base).toGraph();
  }

  private static Node graph(String path, String requestIri, String location) {
    String query = URI.create(path).getRawQuery();
    if (query == null) {
      return NodeFactory.createURI(path.equals("/gsp") ? location : requestIri);
    }
    return query.startsWith("graph=")
        ? NodeFactory.createURI(
            URLDecoder.decode(query.substring("graph=".length()), StandardCharsets.UTF_8))
        : DEFAULT;
  }

  private static List<String> turtles(String body, String type) {
    int boundary = type.indexOf("boundary=");
    return boundary < 0
        ? List.of(body)
        : List.of(body.split("--" + type.substring(boundary + "boundary=".length()))).stream()
            .map(part -> part.replaceAll("(?m)^\\s*(Content-.*|--)$", ""))
            .toList();
  }
}
