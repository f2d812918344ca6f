package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.query.Dataset;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.exec.http.QueryExecHTTP;
import org.apache.jena.sparql.exec.http.UpdateExecHTTP;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.TDB2Factory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3id.chokepoint.snapshot.Export;
import org.w3id.chokepoint.snapshot.Format;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;

/** The assembler files start in a Fuseki without our code, and under ours. */
class ConfigTest {
  private static final String CP = "PREFIX cp: <https://w3id.org/chokepoint/ontology#> ";
  private static final String DEVELOPERS =
      "SELECT ?c { ?c a <https://w3id.org/chokepoint/ontology#ChipDeveloper> }";

  @TempDir Path root;
  Snapshot snapshot;

  @BeforeEach
  void publish() {
    snapshot = Snapshots.at(root).publish(Sample.content());
  }

  /** The project's file, with its data folder moved to the test's. */
  private Path config(String name) throws IOException {
    String text = Files.readString(Path.of("fuseki-config", name));
    assertTrue(text.contains("data/"), text);
    Path moved = root.resolve(name);
    Files.writeString(
        moved, text.replace("<../data/", "<" + root.toUri()).replace("\"data/", "\"" + root + "/"));
    Files.createDirectories(root.resolve("served"));
    export(Format.SERVED, "served/chokepoint.nq");
    export(Format.SERVED_ASSERTED, "served/chokepoint-asserted.nq");
    export(Format.NQ, "served/all.nq");
    load("tdb2", root.resolve("served/all.nq"));
    load("tdb2-asserted", snapshot.folder().resolve(Snapshot.DATA));
    return moved;
  }

  private void export(Format format, String file) throws IOException {
    try (OutputStream out = Files.newOutputStream(root.resolve(file))) {
      Export.write(snapshot, format, out);
    }
  }

  private void load(String folder, Path file) {
    Dataset database = TDB2Factory.connectDataset(root.resolve(folder).toString());
    Txn.executeWrite(database, () -> RDFDataMgr.read(database, file.toString()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"chokepoint.ttl", "tdb2.ttl"})
  void aStockFusekiServesBothDatasetsReadOnly(String name) throws IOException {
    FusekiServer stock =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .fusekiModules(FusekiModules.empty())
            .parseConfigFile(config(name))
            .start();
    try {
      String url = stock.serverURL();
      assertEquals(1, rows(url + "chokepoint/sparql"));
      assertEquals(1, rows(url + "chokepoint"));
      assertEquals(0, rows(url + "chokepoint-asserted/sparql"));
      for (var point : stock.getDataAccessPointRegistry().accessPoints()) {
        assertEquals(
            Set.of(Operation.Query, Operation.GSP_R),
            Set.copyOf(point.getDataService().getOperations()));
      }
    } finally {
      stock.stop();
    }
  }

  @Test
  void aStockFusekiReasonsWithOurReasonerAndKeepsUpWithUpdates() {
    FusekiServer stock =
        FusekiServer.create()
            .port(0)
            .loopback(true)
            .fusekiModules(FusekiModules.empty())
            .parseConfigFile(Path.of("fuseki-config", "reasoner.ttl"))
            .start();
    try {
      String url = stock.serverURL() + "reasoned/";
      String unit = "<https://w3id.org/chokepoint/id/actor/hisilicon>";
      String listed = unit + " cp:affectedBy <http://ex/list>";
      assertTrue(ask(url, unit + " a cp:Organization, cp:Actor"));
      assertFalse(ask(url, listed));
      String fact = "<http://ex/list> cp:designates <https://w3id.org/chokepoint/id/actor/huawei>";
      UpdateExecHTTP.service(url + "update").update(CP + "INSERT DATA { " + fact + " }").execute();
      assertTrue(ask(url, listed));
      UpdateExecHTTP.service(url + "update").update(CP + "DELETE DATA { " + fact + " }").execute();
      assertFalse(ask(url, listed));
    } finally {
      stock.stop();
    }
  }

  private static boolean ask(String url, String pattern) {
    try (QueryExecHTTP query =
        QueryExecHTTP.service(url + "sparql").query(CP + "ASK { " + pattern + " }").build()) {
      return query.ask();
    }
  }

  private static int rows(String endpoint) {
    try (QueryExecHTTP query = QueryExecHTTP.service(endpoint).query(DEVELOPERS).build()) {
      return (int) query.select().stream().count();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"chokepoint.ttl", "tdb2.ttl"})
  void ourServerTakesItInPlaceOfTheSnapshot(String name) throws IOException {
    ServeSettings settings = ServeSettings.local(root, 0).from(config(name));
    try (RunningServer server =
        ChokepointServer.start(settings, Prover.ASSERTED_ONLY, Site.none())) {
      Client client = Client.of(server);
      String found = "c\r\nhttps://w3id.org/chokepoint/id/actor/lunar-devices\r\n";
      assertEquals(found, client.csv("/sparql", DEVELOPERS).body());
      assertEquals("c\r\n", client.csv("/chokepoint-asserted/sparql", DEVELOPERS).body());
      String data = client.get("/data/tech/selene.nt").body();
      assertTrue(data.contains("ontology#provides"), data);
      assertEquals(
          400, client.csv("/sparql", "SELECT * { SERVICE <http://127.0.0.1:9/> {} }").statusCode());
      assertEquals(404, client.get("/dump/chokepoint.nq").statusCode());
    }
  }

  @Test
  void theBoundsHoldOnADatabaseToo() throws IOException {
    Limits limits = Limits.standard().with(Limit.QUERY_TIMEOUT, 1).with(Limit.ROWS, 100_000);
    ServeSettings settings = ServeSettings.local(root, 0).from(config("tdb2.ttl")).with(limits);
    try (RunningServer server =
        ChokepointServer.start(settings, Prover.ASSERTED_ONLY, Site.none())) {
      for (String query : HolesTest.traps()) {
        var answer = Client.of(server).post("/sparql", "application/sparql-query", query);
        assertTrue(
            answer.statusCode() == 422 || answer.statusCode() == 503,
            query + ": " + answer.statusCode() + " " + answer.body());
      }
    }
  }

  @Test
  void aConfigurationThatDoesNotWorkIsOneClearLine() throws IOException {
    Path broken = root.resolve("broken.ttl");
    for (String text : new String[] {"this is no turtle", "<a> <b> <c> ."}) {
      Files.writeString(broken, text);
      StartFailure failure = assertThrows(StartFailure.class, () -> start(broken));
      assertTrue(failure.toString().contains(broken + ": "), failure.toString());
      assertEquals(1, failure.toString().lines().count());
    }
    StartFailure missing =
        assertThrows(StartFailure.class, () -> start(root.resolve("missing.ttl")));
    assertTrue(missing.toString().contains("missing.ttl: cannot be read"));
  }

  private void start(Path config) {
    ChokepointServer.start(
            ServeSettings.local(root, 0).from(config), Prover.ASSERTED_ONLY, Site.none())
        .close();
  }
}
