package org.w3id.chokepoint.serve;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How to serve.
 *
 * @param host address to listen on; loopback unless the operator says otherwise
 * @param port 0 takes any free port
 * @param snapshots folder of snapshots, as {@code convert} writes it
 * @param config assembler file that replaces the snapshot as the source of data
 * @param publicUrl scheme, host and port at which clients reach a proxy before the server, for
 *     absolute links; empty takes those of each request
 */
public record ServeSettings(
    String host,
    int port,
    Path snapshots,
    Optional<Path> config,
    Optional<URI> publicUrl,
    Limits limits,
    Watch watch) {

  /**
   * What the operator sees of the server.
   *
   * @param metrics whether {@code /$/metrics} is there
   * @param accessLog whether each request leaves a line of JSON in the log
   * @param passwords file of those who may see {@code /$/}, which then also has {@code ping} and
   *     {@code stats}; empty for everybody
   */
  public record Watch(boolean metrics, boolean accessLog, Optional<Path> passwords) {
    /** Nothing is there. */
    public static Watch none() {
      return new Watch(false, false, Optional.empty());
    }
  }

  /** Loopback, the given port, standard limits. */
  public static ServeSettings local(Path snapshots, int port) {
    return new ServeSettings(
        "127.0.0.1",
        port,
        snapshots,
        Optional.empty(),
        Optional.empty(),
        Limits.standard(),
        Watch.none());
  }

  /** The same on another address. */
  public ServeSettings at(String other) {
    return new ServeSettings(other, port, snapshots, config, publicUrl, limits, watch);
  }

  /** The same with other limits. */
  public ServeSettings with(Limits other) {
    return new ServeSettings(host, port, snapshots, config, publicUrl, other, watch);
  }

  /** The same with data from an assembler file. */
  public ServeSettings from(Path assembler) {
    return new ServeSettings(
        host, port, snapshots, Optional.of(assembler), publicUrl, limits, watch);
  }

  /** The same, watched otherwise. */
  public ServeSettings with(Watch other) {
    return new ServeSettings(host, port, snapshots, config, publicUrl, limits, other);
  }

  /** The same behind a proxy. */
  public ServeSettings behind(URI proxy) {
    return new ServeSettings(host, port, snapshots, config, Optional.of(proxy), limits, watch);
  }
}
