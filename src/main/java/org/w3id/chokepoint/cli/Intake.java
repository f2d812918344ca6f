package org.w3id.chokepoint.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.Reading;
import org.w3id.chokepoint.graph.ArticleGraph;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.intake.Inputs;
import org.w3id.chokepoint.intake.Sieve;
import org.w3id.chokepoint.intake.Taken;
import org.w3id.chokepoint.snapshot.Manifest;

/**
 * What the given paths hold. Bodies stay on disk until they are asked for.
 *
 * @param entries the articles, in order of id
 * @param duplicates copies of these
 * @param rejected the others, each with its reason
 */
record Intake(
    Sieve sieve,
    List<Entry> entries,
    List<Manifest.Duplicate> duplicates,
    List<Reading.Rejected> rejected)
    implements Closeable {

  /**
   * An article without its body.
   *
   * @param published its day
   * @param place where the sieve keeps it
   */
  record Entry(Manifest.Input input, Optional<LocalDate> published, long place) {
    String fingerprint() {
      return input.fingerprint();
    }
  }

  /**
   * Reads everything below the paths.
   *
   * @param work folder for what is kept meanwhile
   * @throws IOException where a path does not exist; the message is for the user
   */
  static Intake of(List<Path> paths, Path work) throws IOException {
    Inputs inputs = Inputs.of(paths);
    Intake intake =
        new Intake(sieve(work), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    try (Tally tally = new Tally()) {
      inputs.read(
          reading -> {
            Taken taken = intake.sieve.take(reading);
            tally.count(taken);
            intake.keep(taken);
          });
    }
    intake.entries.sort(Comparator.comparing(e -> e.input().id()));
    return intake;
  }

  /** Where to tell new articles from copies. */
  static Sieve sieve(Path work) {
    try {
      return Sieve.under(work, a -> ArticleGraph.iri(a).getURI());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write below " + work + " (" + e + "); free space or permissions?", e);
    }
  }

  /** The newest day on which one of the articles appeared. */
  Optional<LocalDate> newest() {
    return entries.stream().flatMap(e -> e.published().stream()).max(Comparator.naturalOrder());
  }

  /** Without the articles that have one of the identifiers. */
  Intake without(Set<String> ids) {
    List<Entry> kept = entries.stream().filter(e -> !ids.contains(e.input().id())).toList();
    return new Intake(sieve, kept, duplicates, rejected);
  }

  List<Manifest.Input> inputs() {
    return entries.stream().map(Entry::input).toList();
  }

  private void keep(Taken taken) {
    switch (taken) {
      case Taken.New(Article a, long place) ->
          entries.add(new Entry(input(a), a.published(), place));
      case Taken.Duplicate(Article a, Article of, double likeness) ->
          duplicates.add(
              new Manifest.Duplicate(
                  a.file(),
                  a.line(),
                  a.id(),
                  a.url().orElse(""),
                  of.id(),
                  (int) Math.floor(100 * likeness)));
      case Taken.Refused(Reading.Rejected r) -> rejected.add(r);
    }
  }

  private static Manifest.Input input(Article a) {
    return new Manifest.Input(
        a.file(), a.id(), a.sha256(), a.fingerprint(), graph(a), a.form().toString());
  }

  /** The IRI of an article's named graph. */
  static String graph(Article a) {
    String iri = ArticleGraph.iri(a).getURI();
    return Terms.graph("article-" + iri.substring(iri.lastIndexOf('/') + 1)).getURI();
  }

  @Override
  public void close() throws IOException {
    sieve.close();
  }
}
