package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.browse.Browse;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.serve.ChokepointServer;
import org.w3id.chokepoint.serve.RunningServer;
import org.w3id.chokepoint.serve.ServeSettings;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.SnapshotContent;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * The pages in Chromium, on the seed snapshot and two things that want the worst: one with hostile
 * labels and one with a hundred thousand statements. The cases are in src/test/web/pages.mjs.
 */
class BrowserTest {
  private static final Path WORK = Path.of("target/web");

  @TempDir private Path root;

  @Test
  void everyPageDoesItsWorkInABrowser() throws Exception {
    Optional<Path> chromium =
        Stream.of(
                "/usr/bin/chromium-headless-shell",
                "/usr/bin/chromium",
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    assumeTrue(chromium.isPresent(), "no Chromium (apt-get install chromium): skipped");
    assumeTrue(Files.isDirectory(WORK.resolve("node_modules/playwright-core")), "no node: skipped");
    publish();
    ServeSettings settings = ServeSettings.local(root, 0);
    try (RunningServer server =
        ChokepointServer.start(
            settings, Closure::of, new Browse(settings.limits(), Path.of("ontology/queries")))) {
      assertEquals("", failures(chromium.get(), server.port()));
    }
  }

  private static String failures(Path chromium, int port) throws IOException, InterruptedException {
    Path log = Path.of("target/browser-test.log");
    ProcessBuilder node =
        new ProcessBuilder(
                List.of(
                    "node",
                    "--test-reporter=spec",
                    "src/test/web/pages.mjs",
                    "http://127.0.0.1:" + port,
                    WORK.toAbsolutePath().toString(),
                    "target/screenshots"))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    node.environment().put("CHROMIUM", chromium.toString());
    Process process = node.start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    process.destroy();
    String said = Files.readString(log);
    return ended && process.exitValue() == 0
        ? ""
        : said.substring(Math.max(0, said.indexOf("failing tests:")));
  }

  private void publish() {
    Snapshot seeds = Seeds.snapshot();
    DatasetGraph data = DatasetGraphFactory.create();
    seeds.readAsserted().find().forEachRemaining(data::add);
    Graph extra = data.getGraph(NodeFactory.createURI(Terms.BASE + "id/graph/extra"));
    Node hostile = NodeFactory.createURI(Terms.BASE + "id/actor/hostile");
    extra.add(hostile, RDF.type.asNode(), Terms.cp("Company"));
    extra.add(
        hostile,
        RDFS.label.asNode(),
        NodeFactory.createLiteralLang(
            "<script>alert(1)</script>\u202E\"'><img src=x onerror=alert(2)>" + "x".repeat(10_000),
            "en"));
    Node alias = NodeFactory.createURI(Terms.SKOS + "altLabel");
    extra.add(hostile, alias, NodeFactory.createLiteralString("y".repeat(10_000)));
    extra.add(hostile, alias, NodeFactory.createLiteralString("{{ 7 * 7 }} \u202E\u2066"));
    for (String place : List.of("javascript:alert(3)", "data:text/html,alert(4)")) {
      extra.add(hostile, Terms.schema("sameAs"), NodeFactory.createURI(place));
    }
    Node hub = NodeFactory.createURI(Terms.BASE + "id/actor/hub");
    extra.add(hub, RDF.type.asNode(), Terms.cp("Company"));
    extra.add(hub, RDFS.label.asNode(), NodeFactory.createLiteralLang("Hub", "en"));
    extra.add(hostile, Terms.cp("suppliesTo"), hub);
    for (int i = 0; i < 100_000; i++) {
      Node spoke = NodeFactory.createURI(Terms.BASE + "id/actor/spoke-" + i);
      extra.add(hub, Terms.cp("respondsTo"), spoke);
    }
    Snapshots.at(root)
        .publish(
            new SnapshotContent(
                data,
                seeds.readInferred(),
                Terms.BASE,
                "chokepoint test",
                "2026-01-15",
                List.of(),
                List.of(),
                List.of(),
                0));
  }
}
