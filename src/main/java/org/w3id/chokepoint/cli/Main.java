package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.jena.riot.RiotException;
import org.w3id.chokepoint.serve.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./chokepoint}: picks the command and turns failures into one line and an exit code. */
@Command(
    name = "chokepoint",
    version = "chokepoint " + Project.VERSION,
    description =
        "Reads news on the rivalry over AI hardware into a knowledge graph, and serves it.",
    subcommands = {
      Run.class,
      Convert.class,
      Serve.class,
      Reason.class,
      Check.class,
      Query.class,
      Explain.class,
      ExportCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "",
      "chokepoint test runs all the tests. Exit codes: 0 done; 1 done, but some input was rejected or shapes were",
      "violated; 2 wrong usage; 3 cannot read, write or bind."
    })
final class Main implements Runnable {
  @CommandLine.Spec private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

  public static void main(String[] args) {
    System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
    System.exit(execute(args));
  }

  /** Runs a command line and gives its exit code. */
  static int execute(String... args) {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.getSubcommands().values().forEach(c -> c.getCommandSpec().mixinStandardHelpOptions(true));
    line.getCommandSpec().mixinStandardHelpOptions(true);
    line.setExecutionExceptionHandler((e, cmd, parsed) -> failed(e));
    return line.execute(args);
  }

  @Override
  public void run() {
    if (spec != null) {
      spec.commandLine().usage(System.out);
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
