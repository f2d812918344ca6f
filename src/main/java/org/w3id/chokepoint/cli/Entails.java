package org.w3id.chokepoint.cli;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.reason.Entailment;
import org.w3id.chokepoint.reason.Entailment.Semantics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code entails}: whether one RDF file follows from another. */
@Command(
    name = "entails",
    description = {
      "Says whether the premises entail the conclusion by OWL 2 RL, and if not, which of its triples",
      "do not follow."
    },
    footer = {
      "",
      "Facts are looked up in the closure, a blank node of the conclusion standing for anything;",
      "axioms and negations are tried by refutation. 'entailed' is certain; 'not entailed' means that",
      "the rules of OWL 2 RL do not tell. Premises that contradict themselves entail everything.",
      "Exit code 0: entailed; 1: not entailed."
    })
final class Entails implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "PREMISES", description = "RDF file, ontology and data.")
  private Path premises = Path.of("");

  @Parameters(index = "1", paramLabel = "CONCLUSION", description = "RDF file.")
  private Path conclusion = Path.of("");

  @Option(
      names = "--ontology",
      paramLabel = "FILE",
      description = "Ontology to add to the premises, such as ontology/chokepoint.ttl.")
  private @Nullable Path ontology;

  @Option(
      names = "--direct",
      description = "Under the direct semantics: annotations claim nothing (default: RDF-based).")
  private boolean direct;

  @Override
  public Integer call() {
    Graph given = RdfFiles.graph(premises);
    Graph wanted = RdfFiles.graph(conclusion);
    if (ontology != null) {
      RdfFiles.graph(ontology).find().forEach(given::add);
    }
    List<Triple> missing =
        Entailment.missing(given, wanted, direct ? Semantics.DIRECT : Semantics.RDF_BASED);
    if (missing.isEmpty()) {
      System.out.println("entailed");
      if (!Closure.of(given).consistent()) {
        System.err.println("the premises contradict themselves; ./chokepoint reason tells how");
      }
      return Exit.DONE;
    }
    System.out.println("not entailed:");
    missing.stream()
        .map(NodeFmtLib::str)
        .sorted(Comparator.naturalOrder())
        .forEach(t -> System.out.println("  " + t));
    return Exit.WITH_COMPLAINTS;
  }
}
