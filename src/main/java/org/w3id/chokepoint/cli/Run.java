package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.w3id.chokepoint.serve.ServeSettings;
import org.w3id.chokepoint.text.Annotator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code run}: the main job, convert and serve. */
@Command(
    name = "run",
    description = {
      "Converts articles (default: those in seeds/) and serves the result at",
      "http://127.0.0.1:3330/ until Ctrl-C. A second run with nothing changed only serves."
    })
final class Run implements Callable<Integer> {
  private final Supplier<Annotator> annotator;

  @Parameters(arity = "0..*", paramLabel = "PATH", description = "Files and folders with articles.")
  private List<Path> paths = List.of();

  @Mixin private AddressOptions address = new AddressOptions();

  Run(Supplier<Annotator> annotator) {
    this.annotator = annotator;
  }

  @Override
  public Integer call() throws IOException {
    Project project = Project.here();
    address.check();
    Conversion.Settings settings = Conversion.Settings.standard(project.snapshots());
    List<Path> articles = paths.isEmpty() ? List.of(project.seeds()) : paths;
    Conversion conversion = new Conversion(project, settings, annotator);
    int code = ConversionReport.print(conversion.convert(articles), conversion.stages(), false);
    Serve.serve(ServeSettings.local(project.snapshots(), address.port()).at(address.host()));
    return code;
  }
}
