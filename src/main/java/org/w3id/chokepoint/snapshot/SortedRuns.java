package org.w3id.chokepoint.snapshot;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.sparql.core.Quad;

/**
 * Any number of quads as sorted lines: what memory need not hold lies on disk as sorted runs, which
 * are merged in the end (Knuth, The Art of Computer Programming 3, section 5.4).
 */
final class SortedRuns implements Closeable {
  private static final Comparator<LineReader> BY_LINE =
      (a, b) ->
          Arrays.compareUnsigned(a.bytes(), a.start(), a.end(), b.bytes(), b.start(), b.end());

  private final Path folder;
  private final BlankLabels labels;
  private final int most;
  private final List<Quad> quads = new ArrayList<>();
  private final List<Path> runs = new ArrayList<>();

  /**
   * @param folder for the runs
   * @param labels of the blank nodes of all quads
   * @param most quads that memory holds
   */
  SortedRuns(Path folder, BlankLabels labels, int most) {
    this.folder = folder;
    this.labels = labels;
    this.most = most;
  }

  void add(Quad quad) throws IOException {
    quads.add(quad);
    if (quads.size() >= most) {
      spill();
    }
  }

  private void spill() throws IOException {
    Path run = Files.createTempFile(folder, ".run-", ".gz");
    runs.add(run);
    try (OutputStream out =
        new BufferedOutputStream(new Fast(Files.newOutputStream(run)), 1 << 16)) {
      NQuads.write(quads, labels, out::write);
    }
    quads.clear();
  }

  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 1 << 16);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  /** Gives all lines in order, each once. */
  void write(NQuads.Lines out) throws IOException {
    if (runs.isEmpty()) {
      NQuads.write(quads, labels, out);
      return;
    }
    spill();
    PriorityQueue<LineReader> next = new PriorityQueue<>(BY_LINE);
    List<LineReader> open = new ArrayList<>();
    try {
      for (Path run : runs) {
        LineReader lines = LineReader.of(run);
        open.add(lines);
        if (lines.next()) {
          next.add(lines);
        }
      }
      merge(next, out);
    } finally {
      for (LineReader lines : open) {
        lines.close();
      }
    }
  }

  private static void merge(PriorityQueue<LineReader> next, NQuads.Lines out) throws IOException {
    byte[] last = {};
    for (LineReader lines = next.poll(); lines != null; lines = next.poll()) {
      byte[] line = Arrays.copyOfRange(lines.bytes(), lines.start(), lines.end());
      if (!Arrays.equals(line, last)) {
        out.add(line);
      }
      last = line;
      if (lines.next()) {
        next.add(lines);
      }
    }
  }

  @Override
  public void close() throws IOException {
    for (Path run : runs) {
      Files.deleteIfExists(run);
    }
  }
}
