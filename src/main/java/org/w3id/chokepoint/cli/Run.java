package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code run}: the main job, convert and serve. */
@Command(
    name = "run",
    description =
        "Converts articles (default: those in seeds/) and serves the result at http://127.0.0.1:3330/.")
final class Run implements Callable<Integer> {
  @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders with articles.")
  private List<Path> paths = List.of();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port to listen on (default: ${DEFAULT-VALUE}).",
      defaultValue = "3330")
  private int port = 3330;

  @Override
  public Integer call() throws IOException {
    Project project = Project.here();
    Conversion conversion =
        new Conversion(
            project,
            project.snapshots(),
            Runtime.getRuntime().availableProcessors(),
            Rebase.DEFAULT);
    Convert.print(
        conversion.convert(paths.isEmpty() ? List.of(project.seeds()) : paths, Optional.empty()));
    Serve.serve(project.snapshots(), "127.0.0.1", port, Optional.empty());
    return Exit.DONE;
  }
}
