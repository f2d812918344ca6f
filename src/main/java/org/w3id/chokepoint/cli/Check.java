package org.w3id.chokepoint.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.w3id.chokepoint.check.Checker;
import org.w3id.chokepoint.check.Finding;
import org.w3id.chokepoint.check.Report;
import org.w3id.chokepoint.reason.Closure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code check}: shapes and consistency. */
@Command(
    name = "check",
    description = {
      "Checks RDF files, or the newest snapshot, against the shapes of ontology/shapes.ttl and for",
      "contradictions."
    },
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
  public Integer call() {
    Project project = Project.here();
    Graph graph = GraphMemFactory.createDefaultGraph();
    if (files.isEmpty()) {
      RdfFiles.union(data.snapshot().readAsserted()).find().forEach(graph::add);
    }
    files.forEach(file -> RdfFiles.graph(file).find().forEach(graph::add));
    RdfFiles.graph(project.ontology()).find().forEach(graph::add);
    List<Finding> findings =
        Checker.check(graph, RdfFiles.graph(project.shapes()), Closure.of(graph).contradictions());
    System.out.print(Report.of(findings, format));
    return findings.stream().anyMatch(Finding::isViolation) ? Exit.WITH_COMPLAINTS : Exit.DONE;
  }
}
