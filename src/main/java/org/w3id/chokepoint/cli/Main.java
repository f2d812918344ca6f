package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.jena.riot.RiotException;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.serve.ChokepointServer;
import org.w3id.chokepoint.serve.StartFailure;
import org.w3id.chokepoint.text.Annotator;
import org.w3id.chokepoint.text.Nlp4jAnnotator;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code ./chokepoint}: picks the command and turns failures into one line and an exit code. */
@Command(
    name = "chokepoint",
    version = Project.TOOL,
    description =
        "Reads news on the rivalry over AI hardware into a knowledge graph, and serves it.",
    footer = {
      "",
      "./chokepoint COMMAND --help says more; ./chokepoint test runs all tests.",
      "Exit codes: 0 done; 1 done, but some input was rejected, shapes were violated, or the answer is no;",
      "2 wrong usage; 3 cannot read, write or bind."
    })
final class Main implements Runnable {
  private static final int WIDTH = 100;

  @Spec private @Nullable CommandSpec spec;

  public static void main(String[] args) {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    if (List.of(args).contains("serve")) {
      Thread.ofPlatform().daemon().start(ChokepointServer::prepare);
    }
    System.exit(execute(() -> new Nlp4jAnnotator(Project.here().home().resolve("target")), args));
  }

  /**
   * Runs a command line and gives its exit code.
   *
   * @param annotator loads the parser; asked only if there is something new to read
   */
  static int execute(Supplier<Annotator> annotator, String... args) {
    return execute(new Convert(annotator), annotator, args);
  }

  /** As above with another way to convert. */
  static int execute(Convert convert, Supplier<Annotator> annotator, String... args) {
    CommandLine line = new CommandLine(new Main());
    Map<String, Supplier<Object>> commands = commands(convert, annotator);
    // Only the one that is asked for: to describe them all takes longer than a server may.
    boolean one = args.length > 0 && commands.containsKey(args[0]);
    commands.forEach(
        (name, command) -> {
          if (!one || name.equals(args[0])) {
            line.addSubcommand(name, new CommandLine(command.get()));
          }
        });
    if (List.of(args).contains("serve")) {
      CommandLine serve = line.getSubcommands().get("serve");
      try {
        if (serve != null) {
          serve.setDefaultValueProvider(Defaults.of(System.getenv(), serve.getCommandSpec()));
        }
      } catch (NoAccess | UncheckedIOException e) {
        return failed(e);
      }
    }
    if (!one) {
      line.addSubcommand(new CommandLine.HelpCommand());
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getSubcommands().values().forEach(c -> c.getCommandSpec().mixinStandardHelpOptions(true));
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.registerConverter(LocalDate.class, Main::day);
    line.setUsageHelpWidth(WIDTH);
    line.setExecutionExceptionHandler((e, cmd, parsed) -> failed(e));
    return line.execute(args);
  }

  private static Map<String, Supplier<Object>> commands(
      Convert convert, Supplier<Annotator> annotator) {
    Map<String, Supplier<Object>> out = new LinkedHashMap<>();
    out.put("mcp", McpCommand::new);
    out.put("reason", Reason::new);
    out.put("entails", Entails::new);
    out.put("check", Check::new);
    out.put("query", Query::new);
    out.put("explain", Explain::new);
    out.put("export", ExportCommand::new);
    out.put("changes", Changes::new);
    out.put("import", Import::new);
    out.put("report", ReportCommand::new);
    out.put("run", () -> new Run(annotator));
    out.put("convert", () -> convert);
    out.put("serve", Serve::new);
    return out;
  }

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "a command is missing");
    }
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException("'" + text + "' is not a day like 2026-01-31");
    }
  }

  private static int failed(Exception e) {
    switch (e) {
      case NoAccess x -> System.err.println(x.getMessage());
      case StartFailure x -> System.err.println(x.getMessage());
      case IOException x -> System.err.println(x.getMessage());
      case UncheckedIOException x -> System.err.println(x.getMessage());
      case IllegalArgumentException x -> System.err.println(x.getMessage());
      case RiotException x -> System.err.println("RDF cannot be read: " + x.getMessage());
      default -> {
        System.err.println("a bug: " + e + "; please report it with what follows");
        e.printStackTrace();
      }
    }
    return Exit.NO_ACCESS;
  }
}
