package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.sparql.core.Quad;

/**
 * The snapshots under one folder: {@code <name>/} each, and the pointer files {@code current} and
 * {@code previous} that hold a name. One writer at a time; any number of readers.
 */
public final class Snapshots {
  private static final String CURRENT = "current";
  private static final String PREVIOUS = "previous";

  private final Path root;
  private final ChangeLog changes;

  private Snapshots(Path root) {
    this.root = root;
    changes = ChangeLog.under(root);
  }

  /**
   * The snapshots under {@code root}, for example {@code data/snapshots}; it need not exist yet.
   */
  public static Snapshots at(Path root) {
    return new Snapshots(root);
  }

  /**
   * What was found.
   *
   * @param snapshot the newest whole snapshot, or empty
   * @param refused one line for each snapshot passed over: file, reason, remedy
   */
  public record Found(Optional<Snapshot> snapshot, List<String> refused) {
    public Found {
      refused = List.copyOf(refused);
    }
  }

  /** The snapshot that {@code current} names, or the previous one where that is damaged. */
  public Optional<Snapshot> current() {
    return find().snapshot();
  }

  /** As {@link #current}, and says what was refused and why. */
  public Found find() {
    List<String> refused = new ArrayList<>();
    for (String pointer : List.of(CURRENT, PREVIOUS)) {
      Optional<String> name = pointed(pointer);
      if (name.isPresent()) {
        switch (Verification.of(root.resolve(name.get()))) {
          case Verification.Whole(Snapshot snapshot) -> {
            return new Found(Optional.of(snapshot), refused);
          }
          case Verification.Damaged(String reason) -> refused.add(reason);
        }
      }
    }
    return new Found(Optional.empty(), refused);
  }

  /** The snapshot that was current before; empty where it is damaged or there is none. */
  public Optional<Snapshot> previous() {
    return pointed(PREVIOUS)
        .flatMap(
            name ->
                Verification.of(root.resolve(name)) instanceof Verification.Whole(Snapshot found)
                    ? Optional.of(found)
                    : Optional.empty());
  }

  /** What led to a snapshot from the one before it; empty where neither tells. */
  public Optional<ChangeLog.Step> change(Snapshot now) {
    return changes
        .to(now.name())
        .or(
            () ->
                previous()
                    .filter(before -> !before.name().equals(now.name()))
                    .map(before -> ChangeLog.Step.between(before, now)));
  }

  /** The steps that led to a snapshot, the newest first, as far back as they are kept. */
  public List<ChangeLog.Step> history(Snapshot now) {
    return changes.back(now.name());
  }

  /** The name in the pointer {@code current}, without looking at the snapshot; cheap to poll. */
  public Optional<String> currentName() {
    return pointed(CURRENT);
  }

  /**
   * Writes a snapshot and makes it the current one. Readers see the old one or the new one, never a
   * part. The one that was current is kept as the previous; of older ones only what each changed.
   *
   * @throws UncheckedIOException where the folder cannot be written; the current one stays
   */
  public Snapshot publish(SnapshotContent content) {
    return publish(content, Stream::empty, Optional.empty());
  }

  /**
   * As above, where not all is in memory and much is as in the snapshot that is current.
   *
   * @param more asserted quads besides those of the content, without blank nodes
   */
  public Snapshot publish(
      SnapshotContent content, Supplier<Stream<Quad>> more, Optional<Kept> kept) {
    try {
      Files.createDirectories(root);
      Path work = Files.createTempDirectory(root, ".writing-");
      try {
        SnapshotWriter.Written written =
            SnapshotWriter.write(content, more, kept, work, SnapshotWriter.IN_MEMORY);
        Manifest manifest = written.manifest();
        Path folder = root.resolve(manifest.name());
        settle(work, folder, manifest);
        Optional<String> before = pointed(CURRENT).filter(name -> !name.equals(manifest.name()));
        if (before.isPresent()) {
          remember(before.get(), new Snapshot(folder, manifest), written.change());
          point(PREVIOUS, before.get());
        }
        point(CURRENT, manifest.name());
        sweep();
        return new Snapshot(folder, manifest);
      } finally {
        Folders.delete(work);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write the snapshot under " + root + " (" + e + "); free space or permissions?",
          e);
    }
  }

  /** Keeps what the new snapshot changes, as the older one will go. */
  private void remember(String before, Snapshot now, Optional<ChangeSet> known) throws IOException {
    if (Verification.of(root.resolve(before)) instanceof Verification.Whole(Snapshot earlier)) {
      ChangeSet change =
          known
              .filter(c -> c.before().equals(before))
              .orElseGet(() -> ChangeSet.between(earlier, now));
      changes.keep(new ChangeLog.Step(change, earlier.manifest().date(), now.manifest().date()));
    }
  }

  /** Moves the finished folder to its place; an equal one that is there already stays. */
  private void settle(Path work, Path folder, Manifest manifest) throws IOException {
    if (Verification.of(folder) instanceof Verification.Whole(Snapshot there)
        && there.manifest().equals(manifest)) {
      return;
    }
    if (Files.exists(folder)) {
      Path aside = Files.createTempDirectory(root, ".old-").resolve("snapshot");
      Folders.rename(folder, aside);
    }
    Folders.rename(work, folder);
    Folders.sync(root);
  }

  /**
   * A symbolic link, so that {@code current/data.nq.gz} is a path; a text file where there are
   * none.
   */
  private void point(String pointer, String name) throws IOException {
    Path next = root.resolve("." + pointer + ".next");
    Files.deleteIfExists(next);
    try {
      Files.createSymbolicLink(next, Path.of(name));
    } catch (UnsupportedOperationException | FileSystemException e) {
      Files.writeString(next, name + "\n");
      Folders.sync(next);
    }
    Folders.rename(next, root.resolve(pointer));
    Folders.sync(root);
  }

  private Optional<String> pointed(String pointer) {
    Path at = root.resolve(pointer);
    try {
      String name =
          Files.isSymbolicLink(at)
              ? Files.readSymbolicLink(at).toString()
              : Files.readString(at, StandardCharsets.UTF_8).strip();
      return name.matches("[0-9a-f]{12}") ? Optional.of(name) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private void sweep() throws IOException {
    Optional<String> newest = pointed(CURRENT);
    if (newest.isPresent()) {
      changes.sweep(newest.get());
    }
    Set<String> keep = new LinkedHashSet<>(List.of(CURRENT, PREVIOUS));
    newest.ifPresent(keep::add);
    pointed(PREVIOUS).ifPresent(keep::add);
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        boolean ours = name.matches("[0-9a-f]{12}|\\.old-.*|\\.writing-.*|\\.taking-.*");
        if (ours && !keep.contains(name)) {
          Folders.delete(entry);
        }
      }
    }
  }
}
