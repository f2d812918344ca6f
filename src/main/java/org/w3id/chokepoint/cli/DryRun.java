package org.w3id.chokepoint.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.w3id.chokepoint.article.Reading;
import org.w3id.chokepoint.intake.ArticleJson;
import org.w3id.chokepoint.intake.Inputs;
import org.w3id.chokepoint.intake.Sieve;
import org.w3id.chokepoint.intake.Taken;

/** {@code convert --dry-run}: what would be read, as JSON Lines; nothing is parsed or published. */
final class DryRun {
  private DryRun() {}

  /** Prints each article as soon as it is read, complaints to standard error. */
  static int print(List<Path> paths, boolean verbose) throws IOException {
    Inputs inputs = Inputs.of(paths);
    Tally tally = new Tally();
    Path work = Path.of(System.getProperty("java.io.tmpdir"));
    try (Sieve sieve = Intake.sieve(work);
        OutputStream out = new BufferedOutputStream(System.out, 1 << 16)) {
      inputs.read(
          reading -> {
            Taken taken = sieve.take(reading);
            tally.count(taken);
            print(taken, out, verbose);
          });
    }
    System.err.println(tally.line());
    return tally.complaints() ? Exit.WITH_COMPLAINTS : Exit.DONE;
  }

  private static void print(Taken taken, OutputStream out, boolean verbose) {
    try {
      if (taken instanceof Taken.New fresh) {
        out.write(ArticleJson.write(fresh.article()));
        out.write('\n');
      } else if (taken instanceof Taken.Refused(Reading.Rejected rejected)) {
        System.err.println(rejected.message());
      } else if (verbose && taken instanceof Taken.Duplicate copy) {
        System.err.println(
            IntakeTable.duplicate(
                copy.article().file(), copy.article().line(), copy.of().id(), copy.likeness()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("standard output cannot be written (" + e + ")", e);
    }
  }
}
