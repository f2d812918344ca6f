package org.w3id.chokepoint.serve;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works something out on first use and keeps it. */
final class Memo<T extends Object> implements Supplier<T> {
  private final Supplier<T> source;
  private volatile @Nullable T value;

  private Memo(Supplier<T> source) {
    this.source = source;
  }

  static <T extends Object> Supplier<T> of(Supplier<T> source) {
    return new Memo<>(source);
  }

  @Override
  public synchronized T get() {
    T known = value;
    if (known == null) {
      known = source.get();
      value = known;
    }
    return known;
  }
}
