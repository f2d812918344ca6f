package org.w3id.chokepoint.browse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.w3id.chokepoint.snapshot.Prefixes;

/**
 * A question kept as a file: the question in English, other comments, then SPARQL.
 *
 * @param slug name of the file without {@code .rq}
 * @param inferred whether the answer needs inferences
 * @param view how to draw the answer, as a comment {@code # view: …} has it; "" for what its
 *     columns suggest
 * @param sparql the query without the comments above it
 */
record StoredQuery(String slug, String question, boolean inferred, String view, String sparql) {
  private static final String VIEW = "# view:";

  /** A thing that the query names; a reader may put another in its place. */
  private static final Pattern NAMED = Pattern.compile("\\b(actor|tech|policy|place):([\\w-]+)");

  /** Where the page of the question is. */
  public String address() {
    return "/questions/" + slug;
  }

  /** All questions of a folder, in the order of their names. */
  static List<StoredQuery> read(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".rq"))
          .sorted()
          .map(StoredQuery::file)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static StoredQuery file(Path file) {
    try {
      String text = Files.readString(file);
      List<String> comments = text.lines().takeWhile(line -> line.startsWith("#")).toList();
      return new StoredQuery(
          file.getFileName().toString().replaceFirst("\\.rq$", ""),
          comments.get(0).substring(1).strip(),
          !comments.contains("# entailment: no"),
          comments.stream()
              .filter(line -> line.startsWith(VIEW))
              .map(line -> line.substring(VIEW.length()).strip())
              .findFirst()
              .orElse(""),
          text.lines().skip(comments.size()).reduce("", (a, b) -> a + b + "\n").strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The IRIs of the things that the query names, by the kind that is their parameter's name. */
  Map<String, String> parameters() {
    Map<String, String> found = new LinkedHashMap<>();
    Matcher named = NAMED.matcher(sparql);
    while (named.find()) {
      found.putIfAbsent(named.group(1), Prefixes.expand(named.group()));
    }
    return found;
  }

  /** The query about other things; a full IRI needs no escaping, as it came from the data. */
  String sparql(Map<String, String> values) {
    Map<String, String> before = parameters();
    return NAMED
        .matcher(sparql)
        .replaceAll(
            named -> {
              String value = values.getOrDefault(named.group(1), "");
              boolean other =
                  !value.isEmpty()
                      && Prefixes.expand(named.group()).equals(before.get(named.group(1)))
                      && !value.equals(before.get(named.group(1)));
              return Matcher.quoteReplacement(other ? "<" + value + ">" : named.group());
            });
  }
}
