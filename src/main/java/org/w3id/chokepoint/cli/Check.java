package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.chokepoint.check.Checker;
import org.w3id.chokepoint.check.Finding;
import org.w3id.chokepoint.check.Finding.Severity;
import org.w3id.chokepoint.check.Report;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: shapes and consistency. */
@Command(
    name = "check",
    description =
        "Checks RDF files, or the newest snapshot, against the shapes and for contradictions.",
    footer = {"", "Exit code 1: some shape is violated or the data contradicts itself."})
final class Check implements Callable<Integer> {
  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "RDF files (default: the newest snapshot). The ontology is added.")
  private List<Path> files = List.of();

  @Mixin private DataOption data = new DataOption();

  @Option(
      names = "--format",
      paramLabel = "F",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).",
      defaultValue = "text")
  private Report.Format format = Report.Format.text;

  @Override
  public Integer call() throws IOException {
    Project project = Project.here();
    Graph graph = GraphFactory.createDefaultGraph();
    if (files.isEmpty()) {
      Conversion.union(data.snapshot().readAsserted()).find().forEach(graph::add);
    }
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new IOException(file + ": cannot be read; check the path and its permissions");
      }
      Conversion.union(RDFDataMgr.loadDatasetGraph(file.toUri().toString()))
          .find()
          .forEach(graph::add);
    }
    RDFDataMgr.read(graph, project.ontology().toUri().toString());
    List<Finding> findings =
        Checker.check(graph, RDFDataMgr.loadGraph(project.shapes().toUri().toString()));
    System.out.print(Report.of(findings, format));
    return findings.stream().anyMatch(f -> f.severity() == Severity.VIOLATION)
        ? Exit.WITH_COMPLAINTS
        : Exit.DONE;
  }
}
