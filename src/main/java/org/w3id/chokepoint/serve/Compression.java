package org.w3id.chokepoint.serve;

import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.gzip.GzipHandler;

/** Compresses answers for clients that accept it. */
final class Compression {
  private Compression() {}

  /** Puts Jetty's gzip in front of everything the server does. */
  @SuppressWarnings({"deprecation", "removal"}) // its successor is not among Fuseki's libraries
  static void wrap(Server jetty) {
    GzipHandler gzip = new GzipHandler();
    gzip.setMinGzipSize(1024);
    gzip.addExcludedMimeTypes("application/gzip");
    gzip.setHandler(jetty.getHandler());
    jetty.setHandler(gzip);
  }
}
