package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.browse.Browse;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.serve.ChokepointServer;
import org.w3id.chokepoint.serve.RunningServer;
import org.w3id.chokepoint.serve.ServeSettings;
import org.w3id.chokepoint.serve.ServeSettings.Watch;
import org.w3id.chokepoint.serve.Service;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code serve}: a snapshot over HTTP. */
@Command(
    name = "serve",
    modelTransformer = LimitOptions.class,
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

  @Option(
      names = "--metrics",
      description =
          "Offer Prometheus metrics at /$/metrics, to everybody who can reach it unless there are passwords.")
  private boolean metrics;

  @Option(
      names = "--passwords",
      paramLabel = "FILE",
      description = {
        "Offer /$/ping, /$/stats and /$/metrics to the users of this file: lines of 'user: password',",
        "plain or hashed as Jetty has it. Sent by HTTP Basic, so for loopback or behind TLS."
      })
  private @Nullable Path passwords;

  @Option(
      names = "--access-log",
      description = "Write a line of JSON to standard error for each request.")
  private boolean accessLog;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "Fuseki assembler file to serve from instead, such as fuseki-config/tdb2.ttl.")
  private @Nullable Path config;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = {
        "Where clients reach a proxy before the server, such as https://data.example: absolute links",
        "of VoID, sitemap and graphs start there. Forwarded headers of requests are not believed."
      })
  private @Nullable URI publicUrl;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    address.check();
    serve(settings());
    return Exit.DONE;
  }

  /** What the command line, the environment and the file of settings say together. */
  ServeSettings settings() {
    return new ServeSettings(
        address.host(),
        address.port(),
        data.folder(),
        Optional.ofNullable(config),
        checkedUrl(),
        LimitOptions.read(Objects.requireNonNull(spec)),
        new Watch(metrics, accessLog, Optional.ofNullable(passwords)));
  }

  private Optional<URI> checkedUrl() {
    if (publicUrl != null && !publicUrl.toString().matches("https?://[^/?#@]+/?")) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(),
          "--public-url must be http:// or https://, a host and perhaps a port, without a path");
    }
    return Optional.ofNullable(publicUrl);
  }

  /** Serves until the process is told to stop. */
  static void serve(ServeSettings settings) {
    try (RunningServer server =
        ChokepointServer.start(
            settings,
            Closure::of,
            new Browse(settings.limits(), Project.here().queries()),
            Map.of("/mcp", Service.later(() -> McpCommand.agents(settings.limits())::servlet)))) {
      if (!closesAtExit(server)) {
        return;
      }
      System.out.printf(
          "Ready: http://%s:%d/ (snapshot %s, SPARQL at /sparql, stop with Ctrl-C)%n",
          settings.host(), server.port(), server.snapshotName());
      tellReady();
      server.join();
    }
  }

  /** Leaves the marker that the launcher waits for, where it asks for one. */
  private static void tellReady() {
    String marker = System.getProperty("chokepoint.ready");
    if (marker != null) {
      try {
        Files.writeString(Path.of(marker), "");
      } catch (IOException e) {
        System.err.println("cannot write " + marker + ": " + e.getMessage());
      }
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
