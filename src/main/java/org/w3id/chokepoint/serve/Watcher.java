package org.w3id.chokepoint.serve;

import java.time.Duration;
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
import org.w3id.chokepoint.snapshot.Snapshots;

/** Looks for a new snapshot now and then, loads it beside the served one and swaps. */
final class Watcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watcher.class);

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

  private Future<?> first = CompletableFuture.completedFuture(null);

  Watcher(Snapshots snapshots, Prover prover, Site site, Live live, Duration poll) {
    this.snapshots = snapshots;
    this.prover = prover;
    this.site = site;
    this.live = live;
    this.poll = poll;
  }

  /**
   * Looks for the first snapshot, in this thread, and begins to load it in the watcher's own.
   *
   * @return what was found; nothing is loaded and nobody waits for it where that is no snapshot
   */
  Snapshots.Found begin() {
    seen = snapshots.currentName();
    Snapshots.Found found = snapshots.find();
    first = clock.submit(() -> load(found));
    return found;
  }

  /** Waits until the first snapshot is loaded, then watches for others. */
  void start() {
    try {
      first.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException("cannot load the snapshot", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("told to stop while loading the snapshot", e);
    }
    long millis = Math.max(1, poll.toMillis());
    var unused = clock.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
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
              Served served = Served.of(snapshot, prover);
              if (live.newest().isPresent()) {
                prepare(served); // the one before serves meanwhile
              } else {
                // The first answers should not wait for a processor.
                var unused = clock.schedule(() -> prepare(served), SOON, TimeUnit.SECONDS);
              }
              live.publish(served);
              // The first reader who asks why should not wait for all proofs to be made, nor the
              // first query for a processor.
              var unused = clock.schedule(() -> prove(served), AFTER_START, TimeUnit.SECONDS);
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
