package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Supplier;
import org.apache.jena.riot.RiotException;
import org.jspecify.annotations.Nullable;
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
    subcommands = {
      McpCommand.class,
      Reason.class,
      Entails.class,
      Check.class,
      Query.class,
      Explain.class,
      ExportCommand.class,
      Changes.class,
      Import.class,
      ReportCommand.class,
      CommandLine.HelpCommand.class
    },
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
    CommandLine serve = new CommandLine(new Serve());
    line.addSubcommand(new Run(annotator)).addSubcommand(convert).addSubcommand(serve);
    if (List.of(args).contains("serve")) {
      try {
        serve.setDefaultValueProvider(Defaults.of(System.getenv(), serve.getCommandSpec()));
      } catch (NoAccess | UncheckedIOException e) {
        return failed(e);
      }
    }
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getSubcommands().values().forEach(c -> c.getCommandSpec().mixinStandardHelpOptions(true));
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.registerConverter(LocalDate.class, Main::day);
    line.setUsageHelpWidth(WIDTH);
    line.setExecutionExceptionHandler((e, cmd, parsed) -> failed(e));
    return line.execute(args);
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
