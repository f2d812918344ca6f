package org.w3id.chokepoint.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.w3id.chokepoint.snapshot.Manifest;

/** {@code convert --verbose}: one line for each input, in order of file. */
final class IntakeTable {
  private IntakeTable() {}

  private record Row(String place, String outcome, String what) {}

  /** Prints what became of each input; {@code manifest.json} says the same. */
  static void print(
      List<Manifest.Input> inputs,
      List<Manifest.Duplicate> duplicates,
      List<Manifest.Rejected> rejected,
      PrintStream out) {
    List<Row> rows = new ArrayList<>();
    inputs.forEach(i -> rows.add(new Row(i.file(), "accepted", i.form() + ", id " + i.id())));
    duplicates.forEach(
        d ->
            rows.add(
                new Row(
                    place(d.file(), d.line()),
                    "duplicate",
                    "of %s, %d %% alike".formatted(d.of(), d.likeness()))));
    rejected.forEach(r -> rows.add(new Row(place(r.file(), r.line()), "rejected", r.reason())));
    rows.sort(java.util.Comparator.comparing(Row::place));
    int width = rows.stream().mapToInt(r -> r.place().length()).max().orElse(0);
    String format = "%-" + Math.max(5, width) + "s  %-9s  %s%n";
    out.printf(format, "input", "outcome", "what");
    rows.forEach(r -> out.printf(format, r.place(), r.outcome(), r.what()));
    out.printf(
        "%d inputs: %d accepted, %d duplicates, %d rejected%n",
        rows.size(), inputs.size(), duplicates.size(), rejected.size());
  }

  /** "b.html: a duplicate of a (97 % alike)". */
  static String duplicate(String file, int line, String of, double likeness) {
    return "%s: a duplicate of %s (%d %% alike)"
        .formatted(place(file, line), of, (int) Math.floor(100 * likeness));
  }

  private static String place(String file, int line) {
    return line > 0 ? file + ":" + line : file;
  }
}
