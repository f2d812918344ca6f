package org.w3id.chokepoint.serve;

/** A query asks for more than it may have; the message tells its author what to change. */
final class TooMuch extends RuntimeException {
  private static final long serialVersionUID = 1;

  TooMuch(String message) {
    super(message, null, false, false);
  }
}
