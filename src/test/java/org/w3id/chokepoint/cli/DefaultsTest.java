package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.serve.Limit;
import org.w3id.chokepoint.serve.Limits;
import org.w3id.chokepoint.serve.ServeSettings;
import picocli.CommandLine;

/** A setting comes from the command line, else the environment, else the file. */
class DefaultsTest {
  @TempDir Path root;

  private ServeSettings settings(Map<String, String> environment, String... args) {
    Serve serve = new Serve();
    CommandLine line = new CommandLine(serve);
    line.setDefaultValueProvider(Defaults.of(environment, line.getCommandSpec()));
    line.parseArgs(args);
    return serve.settings();
  }

  @Test
  void theCommandLineGoesBeforeTheEnvironmentBeforeTheFile() throws IOException {
    Path file = root.resolve("settings");
    Files.writeString(file, "# ours\nquery-timeout = 10\nrows=7\nmetrics = true\n");
    Map<String, String> both =
        Map.of("CHOKEPOINT_SETTINGS", file.toString(), "CHOKEPOINT_QUERY_TIMEOUT", "20");
    assertEquals(Duration.ofSeconds(30), settings(Map.of()).limits().queryTimeout());
    assertEquals(Duration.ofSeconds(20), settings(both).limits().queryTimeout());
    assertEquals(
        Duration.ofSeconds(5), settings(both, "--query-timeout", "5").limits().queryTimeout());
    assertEquals(7, settings(both).limits().of(Limit.ROWS));
    assertTrue(settings(both).watch().metrics());
    assertEquals(Limits.standard(), settings(Map.of()).limits());
  }

  @Test
  void aWrongLineIsNamed() throws IOException {
    Path file = root.resolve("settings");
    Files.writeString(file, "rows = 7\nrwos = 8\n");
    NoAccess complaint =
        assertThrows(
            NoAccess.class, () -> settings(Map.of("CHOKEPOINT_SETTINGS", file.toString())));
    assertTrue(complaint.toString().contains(file + ":2: 'rwos = 8'"), complaint.toString());
  }
}
