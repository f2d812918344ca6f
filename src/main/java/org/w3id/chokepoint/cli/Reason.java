package org.w3id.chokepoint.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.reason.Closure;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Where to write (default: standard output).")
  private @Nullable Path out;

  @Override
  public Integer call() throws IOException {
    Graph graph = GraphFactory.createDefaultGraph();
    RDFDataMgr.read(
        graph, (ontology == null ? Project.here().ontology() : ontology).toUri().toString());
    for (Path file : files) {
      if (!Files.isReadable(file)) {
        throw new IOException(file + ": cannot be read; check the path and its permissions");
      }
      Conversion.union(RDFDataMgr.loadDatasetGraph(file.toUri().toString()))
          .find()
          .forEach(graph::add);
    }
    Closure closure = Closure.of(graph);
    if (out == null) {
      RDFDataMgr.write(System.out, closure.inferred(), Lang.NTRIPLES);
    } else {
      try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(out))) {
        RDFDataMgr.write(file, closure.inferred(), Lang.NTRIPLES);
      }
    }
    closure
        .contradictions()
        .forEach(c -> System.err.println("contradiction by " + c.rule() + ": " + c.premises()));
    System.err.println(
        closure.inferred().size()
            + " triples inferred, "
            + closure.contradictions().size()
            + " contradictions");
    return closure.contradictions().isEmpty() ? Exit.DONE : Exit.WITH_COMPLAINTS;
  }
}
