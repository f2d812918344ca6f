package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.ArticleReader;
import org.w3id.chokepoint.article.Inputs;
import org.w3id.chokepoint.article.Reading;
import org.w3id.chokepoint.graph.ArticleGraph;

/**
 * What the given paths hold.
 *
 * @param articles those that can be read, in order of id
 * @param rejected the others, each with its reason
 */
record Intake(List<Article> articles, List<Reading.Rejected> rejected) {
  /**
   * Opens every file below the paths.
   *
   * @throws IOException where a path does not exist; the message is for the user
   */
  static Intake of(List<Path> paths) throws IOException {
    Intake intake = new Intake(new ArrayList<>(), new ArrayList<>());
    for (Path path : paths) {
      if (Inputs.expand(List.of(path)).isEmpty() && Files.isDirectory(path)) {
        intake.rejected.add(
            new Reading.Rejected(
                path.toString(), 0, "the folder has no files; put articles there"));
      }
    }
    Map<String, Article> known = new HashMap<>();
    for (Path file : Inputs.expand(paths)) {
      ArticleReader.read(file).forEach(reading -> intake.take(reading, known));
    }
    intake.articles.sort(Comparator.comparing(Article::id));
    return intake;
  }

  /** The newest day on which one of the articles appeared. */
  Optional<LocalDate> newest() {
    return articles.stream().flatMap(a -> a.published().stream()).max(Comparator.naturalOrder());
  }

  /** Without the articles that have one of the identifiers. */
  Intake without(Set<String> ids) {
    return new Intake(articles.stream().filter(a -> !ids.contains(a.id())).toList(), rejected);
  }

  private void take(Reading reading, Map<String, Article> known) {
    switch (reading) {
      case Reading.Rejected r -> rejected.add(r);
      case Reading.Accepted(Article article) -> {
        Article first = known.putIfAbsent(ArticleGraph.iri(article).getURI(), article);
        if (first == null) {
          articles.add(article);
        } else {
          rejected.add(
              new Reading.Rejected(
                  article.file(),
                  0,
                  "its id '%s' is taken by %s ('%s'); give each article its own id or file name"
                      .formatted(article.id(), first.file(), first.id())));
        }
      }
    }
  }
}
