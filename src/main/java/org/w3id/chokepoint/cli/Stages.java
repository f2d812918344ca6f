package org.w3id.chokepoint.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** How long each stage of a conversion took by the clock. */
final class Stages {
  private final Map<String, Long> nanos = new LinkedHashMap<>();

  /** Does the work and counts its time to the stage. */
  <T> T time(String stage, Supplier<T> work) {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos.merge(stage, System.nanoTime() - start, Long::sum);
    }
  }

  /** As {@link #time}, for work without a result. */
  void run(String stage, Runnable work) {
    time(
        stage,
        () -> {
          work.run();
          return stage;
        });
  }

  /** As {@link #time}, for work on files. */
  <T> T read(String stage, Reading<T> work) throws IOException {
    long start = System.nanoTime();
    try {
      return work.get();
    } finally {
      nanos.merge(stage, System.nanoTime() - start, Long::sum);
    }
  }

  /** Work that may fail at a file. */
  interface Reading<T> {
    T get() throws IOException;
  }

  /** "known 0.3 s, closure 1.2 s", in order of their beginnings. */
  @Override
  public String toString() {
    return nanos.entrySet().stream()
        .map(e -> String.format(Locale.ROOT, "%s %.1f s", e.getKey(), e.getValue() / 1e9))
        .collect(Collectors.joining(", "));
  }
}
