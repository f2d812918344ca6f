package org.w3id.chokepoint.intake;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3id.chokepoint.article.Article;
import org.w3id.chokepoint.article.Reading;

/**
 * Tells new articles from copies: the first of those that have {@value #ALIKE} or more of their
 * four-word runs in common stands for all. Copies that different outlets printed are kept: who
 * repeats whom is knowledge of its own.
 */
public final class Sieve implements Closeable {
  private static final double ALIKE = 0.85;

  private final Path folder;
  private final Function<Article, String> identity;
  private final Spool spool;
  private final DiskTable seen;

  private Sieve(Path folder, Function<Article, String> identity) throws IOException {
    this.folder = folder;
    this.identity = identity;
    this.spool = new Spool(folder.resolve("articles"));
    this.seen = new DiskTable(folder);
  }

  /**
   * Starts with nothing seen.
   *
   * @param root below which a folder is made that goes with {@link #close}
   * @param identity what no two articles may share
   */
  public static Sieve under(Path root, Function<Article, String> identity) throws IOException {
    Files.createDirectories(root);
    return new Sieve(Files.createTempDirectory(root, ".taking-"), identity);
  }

  /** Takes one more. */
  public Taken take(Reading reading) {
    return switch (reading) {
      case Reading.Rejected r -> new Taken.Refused(r);
      case Reading.Accepted(Article article) -> take(article);
    };
  }

  /** A new article, as it was taken. Safe for threads. */
  public Article get(long place) {
    return spool.get(place);
  }

  private Taken take(Article article) {
    Sketch sketch = Sketch.of(article.clean().text());
    long[] bands = sketch.bands();
    Optional<Taken.Duplicate> copy = copy(article, sketch, bands);
    if (copy.isPresent()) {
      return copy.get();
    }
    long name = name(identity.apply(article));
    OptionalLong namesake = seen.get(name);
    if (namesake.isPresent()) {
      Article first = spool.get(namesake.getAsLong());
      return new Taken.Refused(
          new Reading.Rejected(
              article.file(),
              article.line(),
              "its id '%s' is taken by %s ('%s'); give each article its own id or file name"
                  .formatted(article.id(), first.file(), first.id())));
    }
    long place = spool.add(article);
    seen.putIfAbsent(name, place);
    for (long band : bands) {
      seen.putIfAbsent(band, place);
    }
    return new Taken.New(article, place);
  }

  private Optional<Taken.Duplicate> copy(Article article, Sketch sketch, long[] bands) {
    Set<Long> candidates = new HashSet<>();
    for (long band : bands) {
      seen.get(band).ifPresent(candidates::add);
    }
    return candidates.stream()
        .sorted()
        .map(spool::get)
        .filter(other -> !printedApart(article, other))
        .map(o -> new Taken.Duplicate(article, o, sketch.likeness(Sketch.of(o.clean().text()))))
        .filter(d -> d.likeness() >= ALIKE)
        .findFirst();
  }

  private static boolean printedApart(Article one, Article other) {
    return one.outlet().isPresent()
        && other.outlet().isPresent()
        && !one.outlet().get().equalsIgnoreCase(other.outlet().get());
  }

  private static long name(String identity) {
    UUID hash = UUID.nameUUIDFromBytes(identity.getBytes(StandardCharsets.UTF_8));
    return hash.getMostSignificantBits() ^ hash.getLeastSignificantBits();
  }

  @Override
  public void close() throws IOException {
    spool.close();
    if (!Files.exists(folder)) {
      return; // swept with the rest when the snapshot was published
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
