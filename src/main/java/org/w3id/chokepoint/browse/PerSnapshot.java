package org.w3id.chokepoint.browse;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.serve.Served;

/** Keeps what was worked out for the latest snapshot until another one is asked about. */
final class PerSnapshot<T extends Object> {
  private record Kept<T>(Served served, T value) {}

  private final Function<Served, T> work;
  private volatile @Nullable Kept<T> kept;

  PerSnapshot(Function<Served, T> work) {
    this.work = work;
  }

  T of(Served served) {
    Kept<T> last = kept;
    return last != null && last.served() == served ? last.value() : worked(served);
  }

  /** One thread works it out, the others wait for it. */
  private synchronized T worked(Served served) {
    Kept<T> last = kept;
    if (last == null || last.served() != served) {
      last = new Kept<>(served, work.apply(served));
      kept = last;
    }
    return last.value();
  }
}
