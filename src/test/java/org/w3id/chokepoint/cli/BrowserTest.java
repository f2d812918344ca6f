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
import org.apache.jena.datatypes.xsd.XSDDatatype;
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
    boolean ended = process.waitFor(10, TimeUnit.MINUTES);
    process.destroy();
    String said = Files.readString(log);
    return ended && process.exitValue() == 0
        ? ""
        : said.substring(Math.max(0, said.indexOf("failing tests:")));
  }

  private void publish() {
    Snapshot seeds = Seeds.snapshot();
    publish(before(seeds), seeds);
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
    crowd(extra);
    publish(data, seeds);
  }

  /** Claims and events of one actor, more than a page shows. */
  private static void crowd(Graph extra) {
    Node crowd = NodeFactory.createURI(Terms.BASE + "id/actor/crowd");
    extra.add(crowd, RDF.type.asNode(), Terms.cp("Company"));
    extra.add(crowd, RDFS.label.asNode(), NodeFactory.createLiteralLang("Crowd", "en"));
    for (int i = 0; i < 120; i++) {
      Node claim = NodeFactory.createURI(Terms.BASE + "id/claim/crowd-" + (1000 + i));
      extra.add(claim, RDF.type.asNode(), Terms.cp("Claim"));
      extra.add(claim, Terms.cp("claimSubject"), crowd);
      extra.add(claim, Terms.cp("claimStatus"), Terms.cp("Held"));
      Node event = NodeFactory.createURI(Terms.BASE + "id/event/crowd-" + (1000 + i));
      extra.add(event, RDF.type.asNode(), Terms.cp("SupplyEvent"));
      extra.add(event, Terms.cp("hasAgent"), crowd);
      extra.add(
          event,
          Terms.cp("eventDate"),
          NodeFactory.createLiteralDT(Integer.toString(1900 + i), XSDDatatype.XSDgYear));
    }
  }

  /** The seeds before their article came, when another article still told something else. */
  private static DatasetGraph before(Snapshot seeds) {
    DatasetGraph data = DatasetGraphFactory.create();
    seeds
        .readAsserted()
        .find()
        .forEachRemaining(
            quad -> {
              if (quad.getGraph().getURI().matches(".*/(reference|ontology)")) {
                data.add(quad);
              }
            });
    Node huawei = NodeFactory.createURI(Terms.BASE + "id/actor/huawei");
    Node nvidia = NodeFactory.createURI(Terms.BASE + "id/actor/nvidia");
    Node claim = NodeFactory.createURI(Terms.BASE + "id/claim/gone");
    Node passage = NodeFactory.createURI(Terms.BASE + "id/article/gone#char-0-9");
    Node article = NodeFactory.createURI(Terms.BASE + "id/article/gone");
    Graph told = data.getGraph(NodeFactory.createURI(Terms.BASE + "id/graph/article-gone"));
    told.add(article, RDF.type.asNode(), Terms.cp("Article"));
    told.add(
        article, Terms.schema("headline"), NodeFactory.createLiteralString("An article withdrawn"));
    told.add(passage, Terms.nif("referenceContext"), article);
    told.add(claim, RDF.type.asNode(), Terms.cp("Claim"));
    told.add(claim, Terms.cp("statedIn"), passage);
    told.add(claim, Terms.cp("claimStatus"), Terms.cp("Accepted"));
    told.add(claim, Terms.cp("claimSubject"), huawei);
    told.add(claim, Terms.cp("claimPredicate"), Terms.cp("suppliesTo"));
    told.add(claim, Terms.cp("claimObject"), nvidia);
    data.getGraph(NodeFactory.createURI(Terms.BASE + "id/graph/facts"))
        .add(huawei, Terms.cp("suppliesTo"), nvidia);
    return data;
  }

  private void publish(DatasetGraph data, Snapshot seeds) {
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
                0,
                List.of()));
  }
}
