package org.w3id.chokepoint.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.browse.Browse;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.serve.ChokepointServer;
import org.w3id.chokepoint.serve.RunningServer;
import org.w3id.chokepoint.serve.ServeSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}: a snapshot over HTTP. */
@Command(
    name = "serve",
    description =
        "Serves the newest snapshot: SPARQL, linked data, pages. Reloads when a newer one appears.")
final class Serve implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).",
      defaultValue = "3330")
  private int port = 3330;

  @Option(
      names = "--host",
      paramLabel = "H",
      description = "Address to listen on (default: ${DEFAULT-VALUE}).",
      defaultValue = "127.0.0.1")
  private String host = "127.0.0.1";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Fuseki assembler file to serve from instead, such as fuseki-config/tdb2.ttl.")
  private @Nullable Path config;

  @Override
  public Integer call() {
    serve(data.folder(), host, port, Optional.ofNullable(config));
    return Exit.DONE;
  }

  /** Serves until the process is told to stop. */
  static void serve(Path snapshots, String host, int port, Optional<Path> config) {
    ServeSettings settings =
        new ServeSettings(host, port, snapshots, config, ServeSettings.Limits.standard());
    try (RunningServer server =
        ChokepointServer.start(
            settings, asserted -> Closure.of(asserted), new Browse(settings.limits()))) {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      System.out.println(
          "Ready: http://"
              + host
              + ":"
              + server.port()
              + "/ (snapshot "
              + server.snapshotName()
              + ", SPARQL at /sparql, stop with Ctrl-C)");
      server.join();
    }
  }
}
