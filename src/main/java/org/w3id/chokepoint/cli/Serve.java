package org.w3id.chokepoint.cli;

import java.nio.file.Path;
import java.util.Map;
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
    description = {
      "Serves the newest snapshot until Ctrl-C: SPARQL, linked data, pages. Takes over a newer",
      "snapshot when one appears.",
      "",
      "Each option can also be set in the environment (CHOKEPOINT_QUERY_TIMEOUT=10) or in the file that",
      "CHOKEPOINT_SETTINGS names (query-timeout = 10). The command line goes first, then the",
      "environment, then the file."
    })
final class Serve implements Callable<Integer> {
  @Mixin private DataOption data = new DataOption();

  @Mixin private AddressOptions address = new AddressOptions();

  @Mixin private LimitOptions limits = new LimitOptions();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Fuseki assembler file to serve from instead, such as fuseki-config/tdb2.ttl.")
  private @Nullable Path config;

  @Override
  public Integer call() {
    address.check();
    serve(data.folder(), address, limits, Optional.ofNullable(config));
    return Exit.DONE;
  }

  /** Serves until the process is told to stop. */
  static void serve(
      Path snapshots, AddressOptions address, LimitOptions limits, Optional<Path> config) {
    ServeSettings settings =
        limits.in(
            new ServeSettings(
                address.host(),
                address.port(),
                snapshots,
                config,
                ServeSettings.Limits.standard()));
    try (RunningServer server =
        ChokepointServer.start(
            settings,
            Closure::of,
            new Browse(settings.limits(), Project.here().queries()),
            Map.of("/mcp", McpCommand.agents(settings.limits())::servlet))) {
      if (!closesAtExit(server)) {
        return;
      }
      System.out.printf(
          "Ready: http://%s:%d/ (snapshot %s, SPARQL at /sparql, stop with Ctrl-C)%n",
          address.host(), server.port(), server.snapshotName());
      server.join();
    }
  }

  /** False where the process was told to stop while it was still loading. */
  private static boolean closesAtExit(RunningServer server) {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      return true;
    } catch (IllegalStateException stopping) {
      return false;
    }
  }
}
