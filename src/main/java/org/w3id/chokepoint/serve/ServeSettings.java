package org.w3id.chokepoint.serve;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How to serve.
 *
 * @param host address to listen on; loopback unless the operator says otherwise
 * @param port 0 takes any free port
 * @param snapshots folder of snapshots, as {@code convert} writes it
 * @param config assembler file that replaces the snapshot as the source of data
 * @param metrics whether {@code /$/metrics} tells everybody how the server does
 * @param accessLog whether each request leaves a line of JSON in the log
 */
public record ServeSettings(
    String host,
    int port,
    Path snapshots,
    Optional<Path> config,
    Limits limits,
    boolean metrics,
    boolean accessLog) {

  /** Neither metrics nor access log. */
  public ServeSettings(
      String host, int port, Path snapshots, Optional<Path> config, Limits limits) {
    this(host, port, snapshots, config, limits, false, false);
  }

  /**
   * Bounds on what one request, one client and all clients together may take.
   *
   * @param queryTimeout after it a query answers 503
   * @param queryLength characters of a query
   * @param queryDepth brackets open at once in a query
   * @param rows rows of a result, and rows that a query may hold to sort, group or join them
   * @param requestBytes bytes of a request body
   * @param concurrent requests in work at once
   * @param concurrentPerClient the same for one network address
   * @param poll how often to look for a new snapshot
   */
  public record Limits(
      Duration queryTimeout,
      int queryLength,
      int queryDepth,
      int rows,
      long requestBytes,
      int concurrent,
      int concurrentPerClient,
      Duration poll) {
    /** Fit for a public server on a small machine. */
    public static Limits standard() {
      return new Limits(
          Duration.ofSeconds(30), 100_000, 100, 500_000, 1 << 20, 64, 16, Duration.ofSeconds(1));
    }

    /** The same, looking for a new snapshot at other intervals. */
    public Limits withPoll(Duration other) {
      return new Limits(
          queryTimeout,
          queryLength,
          queryDepth,
          rows,
          requestBytes,
          concurrent,
          concurrentPerClient,
          other);
    }
  }

  /** Loopback, the given port, standard limits. */
  public static ServeSettings local(Path snapshots, int port) {
    return new ServeSettings("127.0.0.1", port, snapshots, Optional.empty(), Limits.standard());
  }

  /** The same with other limits. */
  public ServeSettings with(Limits other) {
    return new ServeSettings(host, port, snapshots, config, other, metrics, accessLog);
  }

  /** The same, watched or not. */
  public ServeSettings watched(boolean withMetrics, boolean withAccessLog) {
    return new ServeSettings(host, port, snapshots, config, limits, withMetrics, withAccessLog);
  }
}
