package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** A Virtuoso with an empty database, for one test. */
record Virtuoso(Process process, Path folder, int sql, int http) implements AutoCloseable {
  private static final String GRAPH = "http://chokepoint/";

  static Virtuoso start(Path folder) throws IOException, InterruptedException {
    int sql = freePort();
    int http = freePort();
    Path settings = folder.resolve("virtuoso.ini");
    Files.writeString(
        settings,
        """
        [Database]
        DatabaseFile = %1$s/v.db
        ErrorLogFile = %1$s/v.log
        LockFile = %1$s/v.lck
        TransactionFile = %1$s/v.trx
        xa_persistent_file = %1$s/v.pxa
        [TempDatabase]
        DatabaseFile = %1$s/t.db
        TransactionFile = %1$s/t.trx
        [Parameters]
        ServerPort = 127.0.0.1:%2$d
        DirsAllowed = %1$s
        NumberOfBuffers = 20000
        [HTTPServer]
        ServerPort = 127.0.0.1:%3$d
        [SPARQL]
        ResultSetMaxRows = 100000
        """
            .formatted(folder, sql, http));
    Process process =
        new ProcessBuilder("virtuoso-t", "-f", "-c", settings.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("out").toFile())
            .start();
    Virtuoso virtuoso = new Virtuoso(process, folder, sql, http);
    for (int i = 0; i < 100 && !virtuoso.does("select 1;"); i++) {
      Thread.sleep(500);
    }
    return virtuoso;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Loads N-Triples. */
  void load(Path triples) throws IOException, InterruptedException {
    Path there = folder.resolve("dump.nt");
    Files.copy(triples, there, StandardCopyOption.REPLACE_EXISTING);
    String load =
        "DB.DBA.TTLP_MT(file_to_string_output('%s'),'','%s',512);".formatted(there, GRAPH);
    if (!does(load + " checkpoint;")) {
      throw new IOException("Virtuoso does not load: " + load);
    }
  }

  /** Where SPARQL is answered from what was loaded. */
  String endpoint() {
    return "http://127.0.0.1:" + http + "/sparql?default-graph-uri=" + GRAPH;
  }

  private boolean does(String command) throws IOException, InterruptedException {
    return new ProcessBuilder(
                "isql-vt", "127.0.0.1:" + sql, "dba", "dba", "ERRORS=STDOUT", "exec=" + command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("isql").toFile())
            .start()
            .waitFor()
        == 0;
  }

  @Override
  public void close() throws IOException, InterruptedException {
    does("shutdown;");
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
  }
}
