package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.check.Checker;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.reason.Contradiction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code reason}: the OWL 2 RL closure of any RDF. */
@Command(
    name = "reason",
    description = "Writes the triples that follow from RDF files by OWL 2 RL, as N-Triples.",
    footer = {
      "",
      "Exit code 1: the data contradicts itself; what clashes is told on standard error."
    })
final class Reason implements Callable<Integer> {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "RDF files in any format that Jena reads.")
  private List<Path> files = List.of();

  @Option(
      names = "--ontology",
      paramLabel = "FILE",
      description = "Ontology to reason with (default: ontology/chokepoint.ttl).")
  private @Nullable Path ontology;

  @Mixin private Destination destination = new Destination();

  @Override
  public Integer call() throws IOException {
    Graph graph = GraphMemFactory.createDefaultGraph();
    Path axioms = ontology == null ? Project.here().ontology() : ontology;
    RdfFiles.graph(axioms).find().forEach(graph::add);
    files.forEach(file -> RdfFiles.graph(file).find().forEach(graph::add));
    Closure closure = Closure.of(graph);
    destination.write(out -> RDFDataMgr.write(out, closure.inferred(), Lang.NTRIPLES));
    List<Contradiction> clashes = closure.contradictions();
    clashes.forEach(c -> System.err.println(Checker.contradiction(c).line()));
    System.err.printf(
        "%d triples inferred, %d contradictions%n", closure.inferred().size(), clashes.size());
    return clashes.isEmpty() ? Exit.DONE : Exit.WITH_COMPLAINTS;
  }
}
