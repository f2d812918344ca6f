package org.w3id.chokepoint.cli;

import java.time.Duration;
import org.w3id.chokepoint.serve.ServeSettings;
import picocli.CommandLine.Option;

/** What clients may take, and what the operator sees of it. */
final class LimitOptions {
  @Option(
      names = "--query-timeout",
      paramLabel = "S",
      description = "Seconds until a query is stopped with 503 (default: ${DEFAULT-VALUE}).",
      defaultValue = "30")
  private int queryTimeout = 30;

  @Option(
      names = "--query-length",
      paramLabel = "N",
      description = "Characters of a query (default: ${DEFAULT-VALUE}).",
      defaultValue = "100000")
  private int queryLength = 100_000;

  @Option(
      names = "--query-depth",
      paramLabel = "N",
      description = "Brackets open at once in a query (default: ${DEFAULT-VALUE}).",
      defaultValue = "100")
  private int queryDepth = 100;

  @Option(
      names = "--rows",
      paramLabel = "N",
      description = "Rows of a result, or held to sort or join (default: ${DEFAULT-VALUE}).",
      defaultValue = "500000")
  private int rows = 500_000;

  @Option(
      names = "--body",
      paramLabel = "BYTES",
      description = "Bytes of a request body (default: ${DEFAULT-VALUE}).",
      defaultValue = "1048576")
  private long body = 1 << 20;

  @Option(
      names = "--concurrent",
      paramLabel = "N",
      description = "Requests in work at once (default: ${DEFAULT-VALUE}).",
      defaultValue = "64")
  private int concurrent = 64;

  @Option(
      names = "--concurrent-per-client",
      paramLabel = "N",
      description =
          "The same for one network address, a quarter of them queries (default: ${DEFAULT-VALUE}).",
      defaultValue = "16")
  private int perClient = 16;

  @Option(
      names = "--poll",
      paramLabel = "MS",
      description = "Milliseconds between looks for a new snapshot (default: ${DEFAULT-VALUE}).",
      defaultValue = "1000")
  private int poll = 1000;

  @Option(
      names = "--metrics",
      description = "Offer Prometheus metrics at /$/metrics, to everybody who can reach it.")
  private boolean metrics;

  @Option(
      names = "--access-log",
      description = "Write a line of JSON to standard error for each request.")
  private boolean accessLog;

  ServeSettings in(ServeSettings settings) {
    return settings
        .with(
            new ServeSettings.Limits(
                Duration.ofSeconds(queryTimeout),
                queryLength,
                queryDepth,
                rows,
                body,
                concurrent,
                perClient,
                Duration.ofMillis(poll)))
        .watched(metrics, accessLog);
  }
}
