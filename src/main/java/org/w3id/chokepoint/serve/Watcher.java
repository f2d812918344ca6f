package org.w3id.chokepoint.serve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3id.chokepoint.reason.Proofs;
import org.w3id.chokepoint.snapshot.Indexed;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;

/** Looks for a new snapshot now and then, loads it beside the served one and swaps. */
final class Watcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

  private static final Snapshots.Found NONE = new Snapshots.Found(Optional.empty(), List.of());

  private static final long SOON = 1;
  private static final long AFTER_START = 3;

  private final Snapshots snapshots;
  private final Prover prover;
  private final Site site;
  private final Live live;
  private final Duration poll;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("chokepoint-watcher").factory());

  /** Name in the pointer file when we last looked, so that a damaged one is reported once. */
  private volatile Optional<String> seen = Optional.empty();

  private Future<Snapshots.Found> found = CompletableFuture.completedFuture(NONE);
  private Future<?> first = CompletableFuture.completedFuture(null);

  Watcher(Snapshots snapshots, Prover prover, Site site, Live live, Duration poll) {
    this.snapshots = snapshots;
    this.prover = prover;
    this.site = site;
    this.live = live;
    this.poll = poll;
  }

  /** Begins to look for the first snapshot and to load it, beside what the caller does. */
  void begin() {
    seen = snapshots.currentName();
    found = clock.submit(snapshots::find);
    first = clock.submit(() -> load(found()));
  }

  /** The first snapshot, checked; nothing is loaded where there is none. */
  Snapshots.Found found() {
    return done(found);
  }

  /** Waits until the first snapshot is loaded, then watches for others. */
  void start() {
    done(first);
    long millis = Math.max(1, poll.toMillis());
    var unused = clock.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
  }

  private static <T> T done(Future<T> task) {
    try {
      return task.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException("cannot load the snapshot", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("told to stop while loading the snapshot", e);
    }
  }

  private void look() {
    try {
      load();
    } catch (RuntimeException e) {
      LOG.error("cannot load the new snapshot; the old one stays", e);
    }
  }

  /** Loads what {@code current} names, unless it is the one that was seen last. */
  private void load() {
    Optional<String> name = snapshots.currentName();
    if (name.equals(seen) && live.newest().isPresent()) {
      return;
    }
    seen = name;
    load(snapshots.find());
  }

  private void load(Snapshots.Found found) {
    found.refused().forEach(LOG::warn);
    found
        .snapshot()
        .filter(snapshot -> !live.newest().map(Served::name).equals(Optional.of(snapshot.name())))
        .ifPresent(
            snapshot -> {
              Indexed indexed = Indexed.of(snapshot);
              Served served = Served.of(snapshot, indexed, prover);
              if (live.newest().isPresent()) {
                prepare(served); // the one before serves meanwhile
              } else {
                // The first answers should not wait for a processor.
                var unused = clock.schedule(() -> prepare(served), SOON, TimeUnit.SECONDS);
              }
              live.publish(served);
              var later =
                  clock.schedule(
                      () -> finish(snapshot, indexed, served), AFTER_START, TimeUnit.SECONDS);
            });
  }

  private void prepare(Served served) {
    try {
      site.prepare(served);
      LOG.debug("{} names", served.catalogue().get().names().size());
    } catch (RuntimeException e) {
      // A server that is stopped in the middle of it has nothing to complain of.
      if (!clock.isShutdown()) {
        LOG.error("cannot prepare the pages of snapshot {}", served.name(), e);
      }
    }
  }

  /**
   * What the first query should not share a processor with: the next start shall be faster, and the
   * first reader who asks why shall not wait for all proofs.
   */
  private static void finish(Snapshot snapshot, Indexed indexed, Served served) {
    if (!indexed.wasKept() && !indexed.keep(snapshot)) {
      LOG.debug("the index of {} cannot be kept in {}", snapshot.name(), snapshot.folder());
    }
    prove(served);
  }

  private static void prove(Served served) {
    try {
      Proofs proofs = served.proofs().get();
      LOG.debug("proofs are ready: {}", proofs);
    } catch (RuntimeException e) {
      LOG.error("cannot make the proofs of snapshot {}", served.name(), e);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
