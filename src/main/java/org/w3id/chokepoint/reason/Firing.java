package org.w3id.chokepoint.reason;

/** Takes the matches of an instance. */
@FunctionalInterface
interface Firing {
  /**
   * All body patterns of {@code instance} match.
   *
   * @param values by variable
   * @param premises a row for each body pattern, -1 for what holds of a literal by its value; only
   *     valid during the call
   * @return whether to look no further
   */
  boolean fire(Instance instance, int[] values, int[] premises);
}
