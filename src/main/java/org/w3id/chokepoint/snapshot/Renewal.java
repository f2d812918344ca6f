package org.w3id.chokepoint.snapshot;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A file of a snapshot out of the one before: lines of graphs that are kept are copied, the others
 * are given anew, in order. On the way it becomes known what is gone and what is new.
 */
final class Renewal implements NQuads.Lines, Closeable {
  private static final byte[] STATUS = (" <" + Kept.STATUS + "> ").getBytes(StandardCharsets.UTF_8);

  private final OutputStream out;
  private final LineReader old;
  private final Set<String> kept;
  private final boolean compared;
  private final List<String> deleted = new ArrayList<>();
  private final List<String> added = new ArrayList<>();
  private boolean more;
  private byte[] graph = {};
  private boolean graphKept;
  private long written;

  private Renewal(OutputStream out, LineReader old, Set<String> kept, boolean compared)
      throws IOException {
    this.out = out;
    this.old = old;
    this.kept = kept;
    this.compared = compared;
    this.more = old.next();
  }

  /** Where there is nothing before, all lines are given, and no changes are told. */
  static Renewal of(Optional<Kept> common, String file, OutputStream out) throws IOException {
    if (common.isEmpty()) {
      return new Renewal(
          out, new LineReader(new ByteArrayInputStream(new byte[0])), Set.of(), false);
    }
    Kept kept = common.get();
    LineReader old = LineReader.of(kept.before().folder().resolve(file));
    return new Renewal(out, old, file.equals(Snapshot.DATA) ? kept.graphs() : Set.of(), true);
  }

  /** The next line of what is not kept. */
  @Override
  public void add(byte[] line) throws IOException {
    int order = -1;
    while (more && (order = order(line)) < 0) {
      pass();
    }
    if (more && order == 0) {
      more = old.next();
    } else if (compared) {
      added.add(text(line, 0, line.length));
    }
    out.write(line);
    written++;
  }

  /** Below zero where the old line comes before the new one. */
  private int order(byte[] line) {
    return Arrays.compareUnsigned(old.bytes(), old.start(), old.end(), line, 0, line.length);
  }

  /** An old line that is not among the new ones. */
  private void pass() throws IOException {
    if (isKept()) {
      out.write(old.bytes(), old.start(), old.end() - old.start());
      written++;
    } else {
      deleted.add(text(old.bytes(), old.start(), old.end()));
    }
    more = old.next();
  }

  /** The last term but the stop names the graph; most often it is that of the line before. */
  private boolean isKept() {
    if (kept.isEmpty()) {
      return false;
    }
    byte[] bytes = old.bytes();
    int to = old.end() - " .\n".length();
    int from = to - 1;
    while (bytes[from] != ' ') {
      from--;
    }
    if (!Arrays.equals(bytes, from, to, graph, 0, graph.length)) {
      graph = Arrays.copyOfRange(bytes, from, to);
      graphKept = kept.contains(text(bytes, from + " <".length(), to));
    }
    return graphKept && !tellsStatus(bytes);
  }

  private boolean tellsStatus(byte[] bytes) {
    int from = old.start();
    while (bytes[from] != ' ') {
      from++;
    }
    return Arrays.equals(bytes, from, from + STATUS.length, STATUS, 0, STATUS.length);
  }

  /** Without the last byte. */
  private static String text(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from - 1, StandardCharsets.UTF_8);
  }

  /**
   * Copies what is left.
   *
   * @return how many lines the file has
   */
  long end() throws IOException {
    while (more) {
      pass();
    }
    return written;
  }

  /** Lines that the new file has no more, in order. */
  List<String> deleted() {
    return deleted;
  }

  /** Lines that it has and the old one had not, in order. */
  List<String> added() {
    return added;
  }

  @Override
  public void close() throws IOException {
    old.close();
  }
}
