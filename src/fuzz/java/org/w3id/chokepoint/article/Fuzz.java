package org.w3id.chokepoint.article;

/** What Jazzer calls: the reader that system property {@code target} names (see Targets). */
public final class Fuzz {
  private static final String TARGET = System.getProperty("target", "any");

  private Fuzz() {}

  /** Jazzer's entry point. */
  public static void fuzzerTestOneInput(byte[] data) {
    Targets.run(TARGET, data);
  }
}
