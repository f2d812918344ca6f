package org.w3id.chokepoint.serve;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot that new requests get, and the one each running request is bound to. A request runs
 * on one thread from start to end, so the binding is the thread's.
 */
final class Live {
  private final AtomicReference<@Nullable Served> newest = new AtomicReference<>();
  private final ThreadLocal<@Nullable Served> bound = new ThreadLocal<>();

  /** Makes {@code served} the one that requests get from now on. */
  void publish(Served served) {
    newest.set(served);
  }

  /** The newest snapshot; empty while the first one loads. */
  Optional<Served> newest() {
    return Optional.ofNullable(newest.get());
  }

  /** Binds this thread's request to the newest snapshot. */
  Optional<Served> bind() {
    Served served = newest.get();
    bound.set(served);
    return Optional.ofNullable(served);
  }

  /** Ends the binding of this thread. */
  void unbind() {
    bound.remove();
  }

  /** What this thread's request is bound to; empty outside a request. */
  Optional<Served> bound() {
    return Optional.ofNullable(bound.get());
  }
}
