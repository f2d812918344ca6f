package org.w3id.chokepoint.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.snapshot.ChangeSet;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;

/** Whether the dump before and the change set that was kept give the dump, line by line. */
final class Replay {
  private Replay() {}

  static String of(Snapshots snapshots) throws IOException {
    Snapshot now = snapshots.current().orElseThrow();
    Snapshot before = snapshots.previous().orElseThrow();
    ChangeSet change = snapshots.history(now).getFirst().change();
    Set<String> gone = new HashSet<>(change.deleted());
    long lines = 0;
    try (Lines old = new Lines(before, Snapshot.DATA);
        Lines oldInferred = new Lines(before, Snapshot.INFERRED);
        Lines young = new Lines(now, Snapshot.DATA);
        Lines youngInferred = new Lines(now, Snapshot.INFERRED)) {
      Iterator<String> made =
          new Merge(new Without(new Merge(old, oldInferred), gone), change.added().iterator());
      Iterator<String> told = new Merge(young, youngInferred);
      while (made.hasNext() && told.hasNext()) {
        lines++;
        String line = told.next();
        if (!made.next().equals(line)) {
          return "REPLAY FAILS at line " + lines + ": " + line;
        }
      }
      if (made.hasNext() || told.hasNext() || !gone.isEmpty()) {
        return "REPLAY FAILS at the end";
      }
    }
    return "replayed: %d lines gone and %d new make the %d lines of the new dump"
        .formatted(change.deleted().size(), change.added().size(), lines);
  }

  /** The lines of a file, inferences in the graph of their own. */
  private static final class Lines implements Iterator<String>, AutoCloseable {
    private final BufferedReader in;
    private final String end;
    private @Nullable String next;

    Lines(Snapshot snapshot, String file) throws IOException {
      in =
          new BufferedReader(
              new InputStreamReader(
                  new GZIPInputStream(Files.newInputStream(snapshot.folder().resolve(file)), 1 << 16),
                  StandardCharsets.UTF_8));
      end =
          file.equals(Snapshot.DATA)
              ? "."
              : "<" + snapshot.manifest().base() + "id/graph/inferred> .";
      next = in.readLine();
    }

    @Override
    public boolean hasNext() {
      return next != null;
    }

    @Override
    public String next() {
      String line = next;
      if (line == null) {
        throw new NoSuchElementException();
      }
      try {
        next = in.readLine();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
      return line.substring(0, line.length() - 1) + end;
    }

    @Override
    public void close() throws IOException {
      in.close();
    }
  }

  /** Those lines that are not in a set, which loses those that are. */
  private static final class Without implements Iterator<String> {
    private final Iterator<String> all;
    private final Set<String> gone;
    private final ArrayDeque<String> next = new ArrayDeque<>();

    Without(Iterator<String> all, Set<String> gone) {
      this.all = all;
      this.gone = gone;
    }

    @Override
    public boolean hasNext() {
      while (next.isEmpty() && all.hasNext()) {
        String line = all.next();
        if (!gone.remove(line)) {
          next.add(line);
        }
      }
      return !next.isEmpty();
    }

    @Override
    public String next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return next.remove();
    }
  }

  /** Two sorted runs of lines as one. */
  private static final class Merge implements Iterator<String> {
    private final Iterator<String> left;
    private final Iterator<String> right;
    private final ArrayDeque<String> lefts = new ArrayDeque<>();
    private final ArrayDeque<String> rights = new ArrayDeque<>();

    Merge(Iterator<String> left, Iterator<String> right) {
      this.left = left;
      this.right = right;
    }

    @Override
    public boolean hasNext() {
      return !lefts.isEmpty() || !rights.isEmpty() || left.hasNext() || right.hasNext();
    }

    @Override
    public String next() {
      if (lefts.isEmpty() && left.hasNext()) {
        lefts.add(left.next());
      }
      if (rights.isEmpty() && right.hasNext()) {
        rights.add(right.next());
      }
      boolean first =
          rights.isEmpty() || (!lefts.isEmpty() && before(lefts.element(), rights.element()));
      return (first ? lefts : rights).remove();
    }

    private static boolean before(String a, String b) {
      return Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8))
          < 0;
    }
  }
}
