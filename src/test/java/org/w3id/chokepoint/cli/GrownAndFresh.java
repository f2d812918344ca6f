package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.w3id.chokepoint.cli.Conversion.Outcome;
import org.w3id.chokepoint.cli.Intake.Entry;
import org.w3id.chokepoint.snapshot.Snapshot;

/**
 * Converts articles twice, with the real rules: on top of those of the time before, and from
 * nothing. What is read in an article is made up, the same for the same text.
 */
final class GrownAndFresh {
  private static final String PREFIXES =
      """
      PREFIX cp: <https://w3id.org/chokepoint/ontology#>
      PREFIX a: <https://w3id.org/chokepoint/id/actor/>
      PREFIX t: <https://w3id.org/chokepoint/id/tech/>
      PREFIX p: <https://w3id.org/chokepoint/id/place/>
      PREFIX art: <https://w3id.org/chokepoint/id/article/>
      PREFIX claim: <https://w3id.org/chokepoint/id/claim/>
      PREFIX event: <https://w3id.org/chokepoint/id/event/>
      PREFIX run: <https://w3id.org/chokepoint/id/run/>
      PREFIX prov: <http://www.w3.org/ns/prov#>
      PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
      PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
      PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
      PREFIX schema: <https://schema.org/>
      PREFIX dcterms: <http://purl.org/dc/terms/>
      PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
      """;

  private final Path folder;
  private final Project project;
  private final Function<Entry, String> read;
  private int steps;

  /**
   * @param known what the reference data have, in Turtle
   * @param read what is read in an article, in Turtle
   */
  GrownAndFresh(Path folder, String known, Function<Entry, String> read) throws IOException {
    this.folder = folder;
    this.read = read;
    Path home = Files.createDirectories(folder.resolve("home"));
    Files.createSymbolicLink(home.resolve("ontology"), Path.of("ontology").toAbsolutePath());
    Files.writeString(
        Files.createDirectories(home.resolve("data/reference")).resolve("actors.ttl"),
        PREFIXES + known);
    project = new Project(home);
  }

  /** The two outcomes, of which {@code grown} read what is new only. */
  record Both(Outcome.Published grown, Outcome.Published fresh, boolean unchanged) {}

  /** Converts both ways and asserts that files and findings are the same. */
  Both convert(String line, List<String> articles, String when) throws IOException {
    Path file = Files.write(folder.resolve("articles.jsonl"), articles);
    Outcome grown = convert(line, file);
    Both both =
        new Both(
            published(grown),
            published(convert("fresh" + steps++, file)),
            grown instanceof Outcome.Unchanged);
    if (!both.unchanged()) {
      assertEquals(findings(both.fresh()), findings(both.grown()), when);
    }
    List<String> parts =
        new ArrayList<>(List.of(Snapshot.DATA, Snapshot.INFERRED, Snapshot.MANIFEST));
    if (Files.exists(both.grown().snapshot().folder().resolve("articles.bin"))) {
      parts.add("articles.bin");
    }
    for (String part : parts) {
      assertArrayEquals(
          bytes(both.fresh(), part), bytes(both.grown(), part), () -> part + ", " + when);
    }
    return both;
  }

  private Outcome convert(String out, Path articles) throws IOException {
    Conversion.Settings settings =
        new Conversion.Settings(
            folder.resolve(out), 1, Rebase.DEFAULT, Optional.of(LocalDate.of(2026, 1, 15)));
    Readings.Source source =
        (entries, sieve, unpublished) -> {
          Map<Entry, Graph> graphs = new HashMap<>();
          entries.forEach(
              e ->
                  graphs.put(
                      e,
                      unpublished.keep(
                          e,
                          RDFParser.fromString(PREFIXES + read.apply(e), Lang.TURTLE).toGraph())));
          return new Readings(graphs, List.of());
        };
    return new Conversion(project, settings, source).convert(List.of(articles));
  }

  private static Outcome.Published published(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Unchanged same ->
          new Outcome.Published(same.snapshot(), 0, List.of(), List.of());
      case Outcome other -> assertInstanceOf(Outcome.Published.class, other);
    };
  }

  /** Without the rule, which may be a blank node. */
  static String findings(Outcome.Published outcome) {
    return outcome.findings().stream()
        .map(f -> f.severity() + " " + f.focus() + ": " + f.message() + "\n")
        .sorted()
        .collect(Collectors.joining());
  }

  private static byte[] bytes(Outcome.Published outcome, String file) throws IOException {
    return Files.readAllBytes(outcome.snapshot().folder().resolve(file));
  }
}
