package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options that the command line does not give: from the environment, {@code
 * CHOKEPOINT_QUERY_TIMEOUT} for {@code --query-timeout}, else from a file of lines {@code
 * query-timeout = 10}.
 */
final class Defaults implements IDefaultValueProvider {
  private final Map<String, String> environment;
  private final Map<String, String> file;

  private Defaults(Map<String, String> environment, Map<String, String> file) {
    this.environment = environment;
    this.file = file;
  }

  /**
   * Reads the file that {@code CHOKEPOINT_SETTINGS} names, if it names one.
   *
   * @throws NoAccess where a line of it is no setting of {@code command}
   */
  static Defaults of(Map<String, String> environment, CommandSpec command) {
    String name = environment.get("CHOKEPOINT_SETTINGS");
    try {
      return new Defaults(environment, name == null ? Map.of() : read(Path.of(name), command));
    } catch (IOException e) {
      throw new UncheckedIOException(
          new IOException(
              name + ": cannot be read; set CHOKEPOINT_SETTINGS to a file of settings"));
    }
  }

  private static Map<String, String> read(Path file, CommandSpec command) throws IOException {
    Set<String> known = new HashSet<>();
    command.options().forEach(option -> known.add(name(option)));
    Map<String, String> settings = new HashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("^\\s*#.*", "").strip();
      String[] parts = line.split("\\s*=\\s*", 2);
      if (!line.isEmpty() && (parts.length < 2 || !known.contains(parts[0]))) {
        throw new NoAccess(
            file + ":" + (i + 1) + ": '" + line + "' is no setting; serve --help lists them");
      } else if (!line.isEmpty()) {
        settings.put(parts[0], parts[1]);
      }
    }
    return settings;
  }

  private static String name(OptionSpec option) {
    return option.longestName().replaceFirst("^--", "");
  }

  @Override
  public @Nullable String defaultValue(ArgSpec argument) {
    if (!(argument instanceof OptionSpec option)) {
      return null;
    }
    String variable = "CHOKEPOINT_" + name(option).toUpperCase(Locale.ROOT).replace('-', '_');
    String given = environment.get(variable);
    return given != null ? given : file.get(name(option));
  }
}
