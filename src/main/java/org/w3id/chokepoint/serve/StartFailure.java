package org.w3id.chokepoint.serve;

import java.nio.file.Path;
import java.util.List;

/** The server cannot start; the message is one line with what, why and what to do. */
public final class StartFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  StartFailure(String message) {
    super(message);
  }

  static StartFailure cannotListen(ServeSettings settings, Throwable cause) {
    return new StartFailure(
        "cannot listen on %s port %d: %s; stop what uses it, or choose another with --port (0 takes a free one)"
            .formatted(settings.host(), settings.port(), cause.getMessage()));
  }

  static StartFailure badConfiguration(Path file, String reason) {
    return new StartFailure(
        file + ": " + reason + "; see fuseki-config/chokepoint.ttl for one that works");
  }

  static StartFailure nothingToServe(ServeSettings settings, List<String> refused) {
    String why = refused.isEmpty() ? "there is no snapshot" : String.join("; ", refused);
    return new StartFailure(
        settings.snapshots() + ": " + why + "; make one with: chokepoint convert seeds");
  }
}
