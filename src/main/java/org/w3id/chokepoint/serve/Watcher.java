package org.w3id.chokepoint.serve;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
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
  private Optional<String> seen = Optional.empty();

  Watcher(Snapshots snapshots, Prover prover, Site site, Live live, Duration poll) {
    this.snapshots = snapshots;
    this.prover = prover;
    this.site = site;
    this.live = live;
    this.poll = poll;
  }

  /** Whether there is a whole snapshot to start with. */
  boolean hasSomething() {
    return snapshots.current().isPresent();
  }

  /** One line for each snapshot that cannot be used. */
  List<String> refused() {
    return snapshots.find().refused();
  }

  /** Loads the first snapshot in this thread, then watches for others in its own. */
  void start() {
    load();
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
    Snapshots.Found found = snapshots.find();
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
      LOG.error("cannot prepare the pages of snapshot {}", served.name(), e);
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
