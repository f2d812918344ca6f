package org.w3id.chokepoint.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.reason.Proof;
import org.w3id.chokepoint.snapshot.Absence;
import org.w3id.chokepoint.snapshot.AbsenceText;
import org.w3id.chokepoint.snapshot.Explanation;
import org.w3id.chokepoint.snapshot.ExplanationText;
import org.w3id.chokepoint.snapshot.Prefixes;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code explain}: why a triple holds, down to sentences, or why it does not. */
@Command(
    name = "explain",
    description = {
      "Shows why a triple holds: its proof, down to the sentences of the articles. Where it does not",
      "hold, shows why not: claims that state it and are not accepted, and what is missing for it to follow."
    },
    footer = {
      "",
      "Terms may be short: actor:huawei, tech:ascend, policy:us-entity-list, place:china, cp:develops, a.",
      "Exit code 1: the triple does not hold."
    })
final class Explain implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "S", description = "Subject.")
  private String subject = "";

  @Parameters(index = "1", paramLabel = "P", description = "Property.")
  private String property = "";

  @Parameters(index = "2", paramLabel = "O", description = "Object.")
  private String object = "";

  @Mixin private DataOption data = new DataOption();

  @Option(names = "--json", description = "As JSON.")
  private boolean json;

  @Override
  public Integer call() {
    DatasetGraph stored = data.snapshot().readAsserted();
    var all = RdfFiles.union(stored);
    all.find().forEach(stored.getDefaultGraph()::add);
    Triple triple =
        Triple.create(
            NodeFactory.createURI(full(subject)),
            NodeFactory.createURI(full(property)),
            NodeFactory.createURI(full(object)));
    Closure closure = Closure.of(all);
    Optional<Proof> proof = closure.proof(triple);
    if (proof.isEmpty()) {
      Absence absence = Absence.of(triple, closure, all);
      System.out.print(json ? AbsenceText.json(absence) : AbsenceLines.of(absence));
      System.err.println("the triple does not hold: it is neither asserted nor does it follow");
      return Exit.WITH_COMPLAINTS;
    }
    Explanation explanation = Explanation.of(proof.get(), stored);
    System.out.print(json ? ExplanationText.json(explanation) : ProofText.of(explanation));
    return Exit.DONE;
  }

  /** The IRI of a prefixed name, of an IRI with or without angle brackets, or of {@code a}. */
  private static String full(String term) {
    return term.equals("a") ? RDF.type.getURI() : Prefixes.expand(term.replaceAll("^<|>$", ""));
  }
}
