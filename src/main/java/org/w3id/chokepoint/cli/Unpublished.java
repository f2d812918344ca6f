package org.w3id.chokepoint.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.cli.Intake.Entry;
import org.w3id.chokepoint.snapshot.CompactGraph;
import org.w3id.chokepoint.snapshot.Mentions;
import org.w3id.chokepoint.snapshot.NQuads;

/**
 * The articles that a conversion has read and not yet published, a file each, so that one that is
 * stopped half-way goes on where it was, and memory need not hold all of what was read.
 */
final class Unpublished {
  private static final String PREFIX = ".reading-";
  private static final byte[] END = "# end\n".getBytes(StandardCharsets.UTF_8);

  private final Path out;
  private final Path folder;
  private final AtomicBoolean writable = new AtomicBoolean(true);
  private final Set<Entry> onDisk = ConcurrentHashMap.newKeySet();

  /**
   * @param out folder of snapshots
   * @param version of the reader; what another one has read is not taken over
   */
  Unpublished(Path out, String version) {
    this.out = out;
    this.folder = out.resolve(PREFIX + version.replaceAll("[^A-Za-z0-9.]+", "-"));
  }

  /** The graphs of those articles that were read before, without their mentions. */
  Map<Entry, Graph> graphs(List<Entry> articles) {
    Map<Entry, Graph> graphs = new HashMap<>();
    if (Files.isDirectory(folder)) {
      articles.forEach(
          a -> {
            try {
              graphs.put(a, withoutMentions(a, read(a)));
            } catch (IOException e) {
              // not read before, or not to its end
            }
          });
    }
    return graphs;
  }

  private Graph read(Entry article) throws IOException {
    byte[] text = Files.readAllBytes(file(article));
    int end = text.length - END.length;
    if (end < 0 || !Arrays.equals(text, end, text.length, END, 0, END.length)) {
      throw new IOException(file(article) + " is not whole");
    }
    return NQuads.read(new ByteArrayInputStream(text, 0, end));
  }

  private Graph withoutMentions(Entry article, Graph graph) {
    onDisk.add(article);
    return CompactGraph.of(Mentions.leftOut(graph));
  }

  /**
   * Keeps what was read in an article; a disk that is full costs no more than this comfort.
   *
   * @return what memory has to hold: all but the mentions where they can be had from the disk
   */
  Graph keep(Entry article, Graph graph) {
    if (writable.get()) {
      try {
        Files.createDirectories(folder);
        Path draft = Files.createTempFile(folder, "article", ".tmp");
        try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(draft))) {
          NQuads.write(graph, to);
          to.write(END);
        }
        Files.move(draft, file(article), StandardCopyOption.REPLACE_EXISTING);
        return withoutMentions(article, graph);
      } catch (IOException e) {
        if (writable.getAndSet(false)) {
          System.err.println(
              "A conversion that stops now starts anew: cannot write " + e.getMessage());
        }
      }
    }
    return CompactGraph.of(graph);
  }

  /**
   * The graph of an article with its mentions.
   *
   * @param graph what memory has of it
   */
  Graph whole(Entry article, Graph graph) {
    try {
      return onDisk.contains(article) ? read(article) : graph;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read " + e.getMessage() + ", which was written just now; convert again", e);
    }
  }

  /** The triples that {@link #whole} has and memory has not. */
  Stream<Triple> mentions(Entry article) {
    if (!onDisk.contains(article)) {
      return Stream.empty();
    }
    Graph whole = whole(article, Graph.emptyGraph);
    return Iter.asStream(Mentions.stretches(whole))
        .filter(t -> Mentions.contain(t.getSubject(), whole));
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
