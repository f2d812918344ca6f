package org.w3id.chokepoint.listing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3id.chokepoint.listing.Entry.Designation;
import org.w3id.chokepoint.listing.Entry.Sort;

/**
 * The consolidated list of the U.S. Office of Foreign Assets Control: {@code cons_prim.csv} with
 * twelve columns and {@code cons_alt.csv} with five, without headers, "-0-" for nothing. Aliases in
 * quotes, listing dates and countries of registration stand in the remarks.
 */
final class OfacList {
  private static final int COLUMNS = 12;
  private static final int ALIAS_COLUMNS = 5;
  private static final Pattern ALIAS = Pattern.compile("[af]\\.k\\.a\\. '(.+)'");
  private static final Pattern SINCE =
      Pattern.compile("Listing Date \\((.+?)\\):? (\\d{2} \\p{L}{3} \\d{4})");
  private static final Pattern COUNTRY =
      Pattern.compile(
          "(?:(?:nationality|citizen|Nationality of Registration) (?<plain>.+)"
              + "|.*(?:No\\.|Number|Code|ID)\\b.*\\((?<bracketed>[^()]+)\\))");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd MMM uuuu", Locale.ENGLISH);

  private final Path file;
  private final ListLexicon lexicon;
  private final Map<String, List<String>> aliases = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private final List<String> rejected = new ArrayList<>();

  private OfacList(Path file, ListLexicon lexicon) {
    this.file = file;
    this.lexicon = lexicon;
  }

  /** Whether the cells can be a row of the main file; a row cut short still is one. */
  static boolean isRow(List<String> cells) {
    return cells.size() > 3 && cells.get(0).matches("\\d+") && !cells.get(1).matches("\\d+");
  }

  static ListFile read(Path file, List<Csv> rows, ListLexicon lexicon) throws IOException {
    OfacList list = new OfacList(file, lexicon);
    list.aliases();
    rows.forEach(list::row);
    return new ListFile("OFAC consolidated list", ListFile.name(file), list.entries, list.rejected);
  }

  /** The file of aliases has the name of the main file with "alt" in place of "prim". */
  private void aliases() throws IOException {
    Path beside = file.resolveSibling(ListFile.name(file).replace("prim", "alt"));
    if (beside.equals(file) || !Files.exists(beside)) {
      rejected.add(
          file + ": the file of aliases, cons_alt.csv, is not beside it; put it there and repeat");
      return;
    }
    for (Csv row : Csv.read(beside)) {
      if (row.cells().size() != ALIAS_COLUMNS || !row.cells().get(0).matches("\\d+")) {
        rejected.add(beside + ":" + row.line() + ": not a row of five cells; mend the row");
      } else {
        aliases.computeIfAbsent(row.cells().get(0), k -> new ArrayList<>()).add(row.cells().get(3));
      }
    }
  }

  private void row(Csv row) {
    List<String> cells = row.cells();
    if (cells.size() != COLUMNS || !isRow(cells)) {
      rejected.add(
          "%s:%d: not a row of %d cells that begins with a number; mend the row, or download the list again"
              .formatted(file, row.line(), COLUMNS));
      return;
    }
    List<String> remarks = List.of(value(cells, 11).replaceAll("\\.$", "").split("; "));
    try {
      entries.add(
          new Entry(
              row.line(),
              number(cells.get(0)),
              cells.get(1),
              sort(value(cells, 2)),
              aliases.getOrDefault(cells.get(0), List.of()),
              shortForms(remarks),
              countries(remarks),
              designations(value(cells, 3), remarks)));
    } catch (DateTimeParseException e) {
      rejected.add(
          "%s:%d: '%s' is not a day like 03 Jun 2021; mend the date in the remarks"
              .formatted(file, row.line(), e.getParsedString()));
    }
  }

  /** The office's own number of a party, so that it is no other authority's. */
  static String number(String digits) {
    return "OFAC " + digits;
  }

  private static Sort sort(String type) {
    return switch (type) {
      case "individual" -> Sort.PERSON;
      case "vessel", "aircraft" -> Sort.CRAFT;
      default -> Sort.ORGANIZATION;
    };
  }

  private List<Designation> designations(String programmes, List<String> remarks) {
    List<Designation> out = new ArrayList<>();
    for (String programme : programmes.split("\\] *\\[")) {
      String bracket = lexicon.list(programme).map(ListLexicon.PublishedList::since).orElse("");
      out.add(
          new Designation(programme, since(bracket, remarks), Optional.empty(), lexicon.ofac()));
    }
    return out;
  }

  private static Optional<LocalDate> since(String bracket, List<String> remarks) {
    return remarks.stream()
        .map(SINCE::matcher)
        .filter(m -> m.find() && m.group(1).equals(bracket))
        .map(m -> LocalDate.parse(m.group(2), DAY))
        .findFirst();
  }

  private static List<String> shortForms(List<String> remarks) {
    return remarks.stream()
        .map(ALIAS::matcher)
        .filter(Matcher::matches)
        .map(m -> m.group(1))
        .toList();
  }

  private static Set<String> countries(List<String> remarks) {
    Set<String> out = new LinkedHashSet<>();
    for (String remark : remarks) {
      Matcher m = COUNTRY.matcher(remark);
      if (m.matches()) {
        out.add(m.group("plain") == null ? m.group("bracketed") : m.group("plain"));
      }
    }
    return out;
  }

  private static String value(List<String> cells, int column) {
    return cells.get(column).equals("-0-") ? "" : cells.get(column);
  }
}
