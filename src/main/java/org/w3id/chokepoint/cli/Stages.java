package org.w3id.chokepoint.cli;

import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How long each stage of a conversion took: by the clock, and of processor time. */
final class Stages {
  private final Map<String, Spent> stages = new LinkedHashMap<>();

  private record Spent(long clock, long processor) {
    static Spent now() {
      return new Spent(System.nanoTime(), processorTime());
    }

    private static long processorTime() {
      return ManagementFactory.getOperatingSystemMXBean()
              instanceof com.sun.management.OperatingSystemMXBean system
          ? system.getProcessCpuTime()
          : 0;
    }

    Spent since(Spent start) {
      return new Spent(clock - start.clock, processor - start.processor);
    }

    Spent and(Spent other) {
      return new Spent(clock + other.clock, processor + other.processor);
    }
  }

  /** Work that may fail at a file. */
  interface Work<T, E extends Exception> {
    T get() throws E;
  }

  /** Does the work and counts its time to the stage. */
  <T, E extends Exception> T time(String stage, Work<T, E> work) throws E {
    Spent start = Spent.now();
    try {
      return work.get();
    } finally {
      stages.merge(stage, Spent.now().since(start), Spent::and);
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

  /** "intake 0.3 s (0.2), closure 1.2 s (1.1)": by the clock, in brackets of processor time. */
  @Override
  public String toString() {
    return stages.entrySet().stream()
        .map(
            e ->
                String.format(
                    Locale.ROOT,
                    "%s %.1f s (%.1f)",
                    e.getKey(),
                    e.getValue().clock() / 1e9,
                    e.getValue().processor() / 1e9))
        .collect(Collectors.joining(", "));
  }
}
