package org.w3id.chokepoint.article;

/** What Jazzer calls: the reader that system property {@code target} names (see Targets). */
public final class Fuzz {
  private static final String TARGET = System.getProperty("target", "any");

  private Fuzz() {}

  /** Loads and instruments the classes, which takes a minute on a busy machine: no hang. */
  public static void fuzzerInitialize() {
    Targets.run(TARGET, new byte[0]);
  }

  /** Jazzer's entry point. */
  public static void fuzzerTestOneInput(byte[] data) {
    Targets.run(TARGET, data);
  }
}
