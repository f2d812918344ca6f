package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Where to listen. */
final class AddressOptions {
  @Spec(Target.MIXEE)
  private @Nullable CommandSpec spec;

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

  int port() {
    return port;
  }

  String host() {
    return host;
  }

  /** Tries the address before long work starts: better now than when the articles are read. */
  void check() {
    if ((port < 0 || port > 65535) && spec != null) {
      throw new ParameterException(spec.commandLine(), "--port must be from 0 to 65535");
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException e) {
      throw new NoAccess(
          "cannot listen on %s port %d: %s; stop what uses it, or choose another with --port (0 takes a free one)"
              .formatted(host, port, e.getMessage()));
    }
  }
}
