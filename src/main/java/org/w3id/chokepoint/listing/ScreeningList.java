package org.w3id.chokepoint.listing;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.listing.Entry.Sort;

/**
 * The Consolidated Screening List of the U.S. International Trade Administration: a header, then a
 * row a party; several values in a cell are parted by semicolons.
 */
final class ScreeningList {
  private static final List<String> NEEDED =
      List.of(
          "source",
          "type",
          "name",
          "addresses",
          "start_date",
          "end_date",
          "source_list_url",
          "alt_names");

  private final Path file;
  private final List<String> header;
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  private ScreeningList(Path file, List<String> header) {
    this.file = file;
    this.header = header;
  }

  static boolean isHeader(List<String> cells) {
    return cells.contains("source") && cells.contains("name");
  }

  static ListFile read(Path file, List<Csv> rows) throws IOException {
    List<String> header = rows.get(0).cells();
    List<String> missing = NEEDED.stream().filter(c -> !header.contains(c)).toList();
    if (!missing.isEmpty()) {
      throw new IOException(
          file
              + ":1: the header lacks "
              + String.join(", ", missing)
              + "; give the Consolidated Screening List as published");
    }
    ScreeningList list = new ScreeningList(file, header);
    rows.stream().skip(1).forEach(list::row);
    return new ListFile(
        "U.S. Consolidated Screening List", ListFile.name(file), list.entries, list.rejected);
  }

  private void row(Csv row) {
    if (row.cells().size() != header.size()) {
      reject(
          row,
          "%d cells instead of %d; mend the row, or download the list again"
              .formatted(row.cells().size(), header.size()));
      return;
    }
    if (cell(row, "name").isEmpty() || cell(row, "source").isEmpty()) {
      reject(row, "no name or no source; mend the row");
      return;
    }
    try {
      entries.add(
          new Entry(
              row.line(),
              number(row),
              cell(row, "name"),
              sort(cell(row, "type")),
              values(cell(row, "alt_names")),
              List.of(),
              countries(row),
              List.of(
                  new Entry.Designation(
                      cell(row, "source"),
                      day(cell(row, "start_date")),
                      day(cell(row, "end_date")),
                      cell(row, "source_list_url")))));
    } catch (DateTimeParseException e) {
      reject(row, "'" + e.getParsedString() + "' is not a day like 2019-05-21; mend the date");
    }
  }

  private void reject(Csv row, String reason) {
    rejected.add(file + ":" + row.line() + ": " + reason);
  }

  private static Sort sort(String type) {
    return switch (type) {
      case "Individual" -> Sort.PERSON;
      case "Entity" -> Sort.ORGANIZATION;
      case "Vessel", "Aircraft" -> Sort.CRAFT;
      default -> Sort.UNSTATED;
    };
  }

  /** Lists of the Treasury number parties as the OFAC list does. */
  private String number(Csv row) {
    String number = cell(row, "entity_number");
    return number.isEmpty() || !cell(row, "source").contains("Treasury")
        ? number
        : OfacList.number(number);
  }

  /** Each address ends with the code of its country, if it says it. */
  private Set<String> countries(Csv row) {
    Set<String> out = new LinkedHashSet<>(values(cell(row, "nationalities")));
    out.addAll(values(cell(row, "citizenships")));
    for (String address : values(cell(row, "addresses"))) {
      out.add(address.substring(address.lastIndexOf(',') + 1).strip());
    }
    out.removeIf(c -> !c.matches("[A-Z]{2}"));
    return out;
  }

  private static List<String> values(String cell) {
    return List.of(cell.split(";")).stream()
        .map(v -> v.strip().replaceFirst("^and (?=\\p{Lu})", ""))
        .filter(v -> !v.isEmpty())
        .distinct()
        .toList();
  }

  private static Optional<LocalDate> day(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
  }

  private String cell(Csv row, String column) {
    int at = header.indexOf(column);
    return at < 0 ? "" : row.cells().get(at);
  }
}
