package org.w3id.chokepoint.serve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.atlas.web.AuthScheme;
import org.apache.jena.fuseki.main.JettySecurityLib;
import org.eclipse.jetty.security.SecurityHandler;
import org.eclipse.jetty.security.UserStore;
import org.eclipse.jetty.util.security.Credential;

/** Who may see {@code /$/}: Jetty's own check of HTTP Basic, by a file of users. */
final class Passwords {
  private static final String USER = "[^#:\\s][^:\\s]*\\s*:\\s*\\S.*";

  private Passwords() {}

  /**
   * Asks for a user of the file in front of {@code /$/}.
   *
   * @throws StartFailure where the file is none
   */
  static SecurityHandler from(Path file) {
    List<String> lines = read(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#") && !line.matches(USER)) {
        // The line itself may hold a password.
        throw new StartFailure(file + ":" + (i + 1) + ": write each line as 'user: password'");
      }
    }
    if (lines.stream().noneMatch(line -> line.strip().matches("[^#].*"))) {
      throw new StartFailure(file + ": names no user; write a line 'user: password'");
    }
    var handler =
        JettySecurityLib.makeSecurityHandler("Chokepoint", users(lines), AuthScheme.BASIC);
    JettySecurityLib.addPathConstraint(handler, "/$/*");
    return handler;
  }

  /** Read once: Jetty's own store of a file goes on watching it after the server has ended. */
  private static UserStore users(List<String> lines) {
    UserStore users = new UserStore();
    for (String line : lines) {
      if (line.strip().matches(USER)) {
        int colon = line.indexOf(':');
        users.addUser(
            line.substring(0, colon).strip(),
            Credential.getCredential(line.substring(colon + 1).strip().replaceAll(",.*", "")),
            new String[0]);
      }
    }
    return users;
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new StartFailure(file + ": cannot be read; --passwords names a file of users");
    }
  }
}
