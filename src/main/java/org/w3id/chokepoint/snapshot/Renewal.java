package org.w3id.chokepoint.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A file of a snapshot out of the one before: lines of graphs that are kept, and inferences of what
 * is as it was, are copied, but for those that are gone, the others are given anew, in order. On
 * the way it becomes known what is gone and what is new.
 */
final class Renewal implements NQuads.Lines, Closeable {
  private final MemberWriter out;
  private final MemberReader old;
  private final LineSum sum;
  private final Predicate<String> kept;
  private final boolean byGraph;
  private final Iterator<byte[]> goes;
  private final boolean compared;
  private final List<String> deleted = new ArrayList<>();
  private final List<String> added = new ArrayList<>();
  private byte @Nullable [] gone;
  private boolean more;
  private byte[] last = {};
  private boolean lastKept;
  private long written;

  private Renewal(
      MemberWriter out,
      MemberReader old,
      LineSum sum,
      Predicate<String> kept,
      boolean byGraph,
      List<byte[]> gone,
      boolean compared)
      throws IOException {
    this.out = out;
    this.old = old;
    this.sum = sum;
    this.kept = kept;
    this.byGraph = byGraph;
    this.goes = gone.iterator();
    this.gone = goes.hasNext() ? goes.next() : null;
    this.compared = compared;
    this.more = old.next();
  }

  /** Where there is nothing before, all lines are given, and no changes are told. */
  static Renewal of(Optional<Kept> common, String file, MemberWriter out) throws IOException {
    if (common.isEmpty()) {
      return new Renewal(
          out, MemberReader.none(), LineSum.empty(), n -> false, false, List.of(), false);
    }
    Kept kept = common.get();
    MemberReader old = MemberReader.of(kept.before().folder().resolve(file));
    LineSum sum = LineSum.of(kept.before().content(file));
    if (!file.equals(Snapshot.DATA)) {
      return new Renewal(out, old, sum, kept.inferred(), false, List.of(), true);
    }
    List<byte[]> gone = new ArrayList<>();
    NQuads.write(kept.gone(), gone::add);
    return new Renewal(out, old, sum, new HashSet<>(kept.graphs())::contains, true, gone, true);
  }

  /** The next line of what is not kept. */
  @Override
  public void add(byte[] line) throws IOException {
    int order = -1;
    while (more && (order = order(line)) < 0) {
      pass(line);
    }
    if (more && order == 0) {
      more = old.next();
    } else {
      sum.add(line, 0, line.length);
      if (compared) {
        added.add(text(line, 0, line.length));
      }
    }
    out.line(line, 0, line.length);
    written++;
  }

  /** Below zero where the old line comes before the new one. */
  private int order(byte[] line) {
    return Arrays.compareUnsigned(old.bytes(), old.start(), old.end(), line, 0, line.length);
  }

  /**
   * An old line that is not among the new ones; a whole member where none of its lines goes and no
   * new one comes among them.
   *
   * @param before the new line that comes next; without any byte where there is none
   */
  private void pass(byte[] before) throws IOException {
    Optional<Member> whole = old.whole();
    if (whole.isPresent() && isBehind(before) && isBehind(gone) && isKept()) {
      out.copy(whole.get(), old.bytes());
      written += whole.get().lines();
      more = old.nextMember();
      return;
    }
    if (isKept() && !isGone()) {
      out.line(old.bytes(), old.start(), old.end());
      written++;
    } else {
      sum.remove(old.bytes(), old.start(), old.end());
      deleted.add(text(old.bytes(), old.start(), old.end()));
    }
    more = old.next();
  }

  /** Whether a line comes after all of the member, or there is none. */
  private boolean isBehind(byte @Nullable [] line) {
    return line == null || line.length == 0 || Arrays.compareUnsigned(line, old.behind()) >= 0;
  }

  /** By the graph, or the subject of an inference; most often it is that of the line before. */
  private boolean isKept() {
    byte[] bytes = old.bytes();
    int to = byGraph ? old.end() - " .\n".length() : old.start();
    int from = to;
    if (byGraph) {
      while (bytes[from - 1] != ' ') {
        from--;
      }
    } else {
      while (bytes[to] != ' ') {
        to++;
      }
    }
    if (!Arrays.equals(bytes, from, to, last, 0, last.length)) {
      last = Arrays.copyOfRange(bytes, from, to);
      lastKept = kept.test(text(bytes, from + "<".length(), to));
    }
    return lastKept;
  }

  private boolean isGone() {
    if (gone == null || order(gone) != 0) {
      return false;
    }
    gone = goes.hasNext() ? goes.next() : null;
    return true;
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
      pass(new byte[0]);
    }
    return written;
  }

  /** The sum of the lines of the file. */
  String content() {
    return sum.toString();
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
