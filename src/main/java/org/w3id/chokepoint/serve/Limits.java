package org.w3id.chokepoint.serve;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * Bounds on what one request, one client and all clients together may take.
 *
 * @param values those that are not as usual, in the units of {@link Limit}
 */
public record Limits(Map<Limit, Integer> values) {
  public Limits {
    values = Map.copyOf(values);
  }

  /** Fit for a public server on a small machine. */
  public static Limits standard() {
    return new Limits(Map.of());
  }

  /** The same with another bound. */
  public Limits with(Limit limit, int value) {
    Map<Limit, Integer> changed = new EnumMap<>(Limit.class);
    changed.putAll(values);
    changed.put(limit, value);
    return new Limits(changed);
  }

  /** A bound, in the unit of {@code limit}. */
  public int of(Limit limit) {
    return values.getOrDefault(limit, limit.standard());
  }

  /** After it a query is stopped. */
  public Duration queryTimeout() {
    return Duration.ofSeconds(of(Limit.QUERY_TIMEOUT));
  }
}
