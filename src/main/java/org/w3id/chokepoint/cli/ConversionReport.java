package org.w3id.chokepoint.cli;

import java.util.List;
import java.util.Map;
import org.w3id.chokepoint.check.Finding;
import org.w3id.chokepoint.cli.Conversion.Outcome;
import org.w3id.chokepoint.snapshot.Manifest;
import org.w3id.chokepoint.snapshot.Snapshot;

/** Tells how a conversion went: complaints and numbers to stderr, the folder to stdout. */
final class ConversionReport {
  private static final int SHOWN = 20;

  private ConversionReport() {}

  /** Prints and gives the exit code; the stages with the table of inputs. */
  static int print(Outcome outcome, Stages stages, boolean verbose) {
    if (verbose) {
      table(outcome);
      System.err.println("Time by the clock (of processors): " + stages);
    } else {
      outcome.rejected().forEach(r -> System.err.println(r.message()));
    }
    long violations = 0;
    switch (outcome) {
      case Outcome.Published p -> {
        findings(p.findings());
        numbers(p);
        System.out.println(p.snapshot().folder());
        violations = violations(p.snapshot());
      }
      case Outcome.Unchanged u -> {
        System.err.println("Nothing changed: snapshot " + u.snapshot().name() + " stays");
        System.out.println(u.snapshot().folder());
        violations = violations(u.snapshot());
      }
      case Outcome.Nothing n ->
          System.err.println("No article could be read: no snapshot was written, an old one stays");
    }
    return outcome.rejected().isEmpty() && violations == 0 && !(outcome instanceof Outcome.Nothing)
        ? Exit.DONE
        : Exit.WITH_COMPLAINTS;
  }

  private static void table(Outcome outcome) {
    switch (outcome) {
      case Outcome.Published p -> table(p.snapshot().manifest());
      case Outcome.Unchanged u -> table(u.snapshot().manifest());
      case Outcome.Nothing n ->
          IntakeTable.print(List.of(), List.of(), Conversion.entries(n.rejected()), System.err);
    }
  }

  private static void table(Manifest m) {
    IntakeTable.print(m.inputs(), m.duplicates(), m.rejected(), System.err);
  }

  private static long violations(Snapshot snapshot) {
    return snapshot.manifest().counts().getOrDefault("violations", 0L);
  }

  private static void findings(List<Finding> findings) {
    List<Finding> bad = findings.stream().filter(Finding::isViolation).toList();
    bad.stream().limit(SHOWN).forEach(f -> System.err.println(f.line()));
    if (bad.size() > SHOWN) {
      System.err.printf("%d more violations; ./chokepoint check shows all%n", bad.size() - SHOWN);
    }
  }

  private static void numbers(Outcome.Published p) {
    Map<String, Long> counts = p.snapshot().manifest().counts();
    int articles = p.snapshot().manifest().inputs().size();
    System.err.printf(
        "%d article%s (%d read, %d unchanged), %d duplicates, %d rejected: %d claims, %d accepted; %d quads, %d inferred triples%n",
        articles,
        articles == 1 ? "" : "s",
        p.read(),
        Math.max(0, articles - p.read()),
        p.snapshot().manifest().duplicates().size(),
        p.rejected().size(),
        counts.getOrDefault("claims", 0L),
        counts.getOrDefault("accepted", 0L),
        counts.getOrDefault("quads", 0L),
        counts.getOrDefault("inferred", 0L));
  }
}
