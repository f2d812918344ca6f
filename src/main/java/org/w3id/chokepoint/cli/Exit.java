package org.w3id.chokepoint.cli;

/** What a command's exit code says. */
final class Exit {
  static final int DONE = 0;

  /** Done, but some input was rejected or shapes were violated. */
  static final int WITH_COMPLAINTS = 1;

  /** The command line is wrong. */
  static final int USAGE = 2;

  /** Something cannot be read, written or bound. */
  static final int NO_ACCESS = 3;

  private Exit() {}
}
