package org.w3id.chokepoint.serve;

import org.apache.jena.fuseki.main.FusekiServer;

/** A server that answers. */
public final class RunningServer implements AutoCloseable {
  private final FusekiServer fuseki;
  private final Runnable stopWatching;
  private final Live live;

  RunningServer(FusekiServer fuseki, Runnable stopWatching, Live live) {
    this.fuseki = fuseki;
    this.stopWatching = stopWatching;
    this.live = live;
  }

  /** The TCP port it listens on. */
  public int port() {
    return fuseki.getPort();
  }

  /** Name of the snapshot that the next request gets. */
  public String snapshotName() {
    return live.newest().map(Served::name).orElse("");
  }

  /** Waits until the server stops. */
  public void join() {
    fuseki.join();
  }

  /** Stops listening; running requests get a moment to end. */
  @Override
  public void close() {
    stopWatching.run();
    fuseki.stop();
  }
}
