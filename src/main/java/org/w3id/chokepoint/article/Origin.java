package org.w3id.chokepoint.article;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a document comes from.
 *
 * @param file as the user named it, with "#3" for the third record inside
 * @param line 1-based, 0 where lines do not matter
 * @param name what names an article that has no id of its own
 * @param url the address that it was fetched from
 * @param charset the encoding that its carrier declared
 */
record Origin(String file, int line, String name, Optional<String> url, Optional<String> charset) {
  private static final String STANDARD_INPUT = "-";
  private static final Pattern INDEX = Pattern.compile("index|default|article|story");
  private static final Pattern PACKED = Pattern.compile("(?i)\\.gz$");
  private static final Pattern ENDING = Pattern.compile("\\.[^.]+$");

  static Origin of(String file) {
    Path path = Path.of(file);
    String own = file.equals(STANDARD_INPUT) ? "stdin" : bare(path);
    Path folder = path.getParent();
    String above = folder == null ? "" : bare(folder);
    boolean nameless = INDEX.matcher(own).matches() && !above.isEmpty();
    String name = nameless ? above + "-" + own : own;
    return new Origin(file, 0, name, Optional.empty(), Optional.empty());
  }

  /** The n-th record inside, from 1. */
  Origin record(int n) {
    return new Origin(file + "#" + n, line, name + "-" + n, url, charset);
  }

  /** A line of the file, from 1. */
  Origin line(int n) {
    return new Origin(file, n, name + "-" + n, url, charset);
  }

  /** Fetched from an address. */
  Origin from(String address, Optional<String> declared) {
    return new Origin(file, line, name, Optional.of(address), declared);
  }

  Reading.Rejected rejected(String reason) {
    return new Reading.Rejected(file, line, reason.replaceAll("\\s+", " "));
  }

  Reading.Rejected rejected(BadDocument bad) {
    int at = line > 0 ? line : bad.line();
    String reason = String.valueOf(bad.getMessage()).replaceAll("\\s+", " ");
    return new Reading.Rejected(file, at, reason);
  }

  private static String bare(Path path) {
    Path last = path.getFileName();
    String name = PACKED.matcher(last == null ? "" : last.toString()).replaceFirst("");
    return ENDING.matcher(name).replaceFirst("");
  }
}
