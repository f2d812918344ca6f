package org.w3id.chokepoint.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.graph.GraphFactory;
import org.w3id.chokepoint.cli.Intake.Entry;
import org.w3id.chokepoint.snapshot.NQuads;

/**
 * The articles that a conversion has read and not yet published, a file each, so that one that is
 * stopped half-way goes on where it was.
 */
final class Unpublished {
  private static final String PREFIX = ".reading-";
  private static final String END = "# end\n";

  private final Path out;
  private final Path folder;
  private final AtomicBoolean writable = new AtomicBoolean(true);

  /**
   * @param out folder of snapshots
   * @param version of the reader; what another one has read is not taken over
   */
  Unpublished(Path out, String version) {
    this.out = out;
    this.folder = out.resolve(PREFIX + version.replaceAll("[^A-Za-z0-9.]+", "-"));
  }

  /** The graphs of those articles that were read before. */
  Map<Entry, Graph> graphs(List<Entry> articles) {
    Map<Entry, Graph> graphs = new HashMap<>();
    if (Files.isDirectory(folder)) {
      articles.forEach(a -> graph(a).ifPresent(graph -> graphs.put(a, graph)));
    }
    return graphs;
  }

  private Optional<Graph> graph(Entry article) {
    try {
      String text = Files.readString(file(article));
      Graph graph = GraphFactory.createDefaultGraph();
      RDFParser.fromString(text, Lang.NTRIPLES).parse(graph);
      return Optional.of(graph).filter(whole -> text.endsWith(END));
    } catch (IOException | RiotException e) {
      return Optional.empty();
    }
  }

  /** Keeps what was read in an article; a disk that is full costs no more than this comfort. */
  void keep(Entry article, Graph graph) {
    if (!writable.get()) {
      return;
    }
    try {
      Files.createDirectories(folder);
      Path draft = Files.createTempFile(folder, "article", ".tmp");
      try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(draft))) {
        NQuads.write(graph, to);
        to.write(END.getBytes(StandardCharsets.UTF_8));
      }
      Files.move(draft, file(article), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      if (writable.getAndSet(false)) {
        System.err.println(
            "A conversion that stops now starts anew: cannot write " + e.getMessage());
      }
    }
  }

  /** Removes all of it, that of other versions too: it is published. */
  void clear() throws IOException {
    try (Stream<Path> entries = Files.list(out)) {
      for (Path entry : entries.toList()) {
        if (entry.getFileName().toString().startsWith(PREFIX)) {
          delete(entry);
        }
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    }
  }

  private Path file(Entry article) {
    return folder.resolve(article.fingerprint() + ".nt");
  }
}
