package org.w3id.chokepoint.cli;

/** Something cannot be read, written or bound; the message is one line for the user. */
final class NoAccess extends RuntimeException {
  private static final long serialVersionUID = 1;

  NoAccess(String message) {
    super(message);
  }
}
