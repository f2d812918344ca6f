package org.w3id.chokepoint.listing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A published list as read.
 *
 * @param title what it is, for the head of the output
 * @param file name of the file, without folder
 * @param entries in the order of the file
 * @param rejected rows that cannot be read, each as file, line, reason and remedy
 */
public record ListFile(String title, String file, List<Entry> entries, List<String> rejected) {

  /**
   * Finds out which list a file is, and reads it.
   *
   * @throws IOException where it is neither; the message is for the user
   */
  public static ListFile read(Path file, ListLexicon lexicon) throws IOException {
    List<Csv> rows = Csv.read(file);
    List<String> first = rows.get(0).cells();
    if (ScreeningList.isHeader(first)) {
      return ScreeningList.read(file, rows);
    }
    if (OfacList.isRow(first)) {
      return OfacList.read(file, rows, lexicon);
    }
    throw new IOException(
        file
            + ":1: neither the header of the Consolidated Screening List (source, type, name, ...)"
            + " nor a row of the OFAC consolidated list (cons_prim.csv, 12 columns, no header);"
            + " give one of these as published");
  }

  static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
