package org.w3id.chokepoint.browse;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import org.w3id.chokepoint.serve.Served;

/**
 * Keeps what was worked out for a snapshot as long as the snapshot itself is kept. The value must
 * not lead back to the snapshot, or neither would ever go.
 */
final class PerSnapshot<T extends Object> {
  private final Cache<Served, T> kept = Caffeine.newBuilder().weakKeys().build();
  private final Function<Served, T> work;

  PerSnapshot(Function<Served, T> work) {
    this.work = work;
  }

  /** One thread works it out, the others wait for it. */
  T of(Served served) {
    return kept.get(served, work);
  }
}
