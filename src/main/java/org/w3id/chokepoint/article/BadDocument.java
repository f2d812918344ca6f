package org.w3id.chokepoint.article;

import java.io.IOException;

/**
 * A document cannot be read. Only inside this package: it becomes a {@link Reading.Rejected}.
 *
 * <p>The message says what is wrong and what to do; the line is 1-based, 0 for the whole.
 */
final class BadDocument extends IOException {
  private final int line;

  BadDocument(String message) {
    this(0, message);
  }

  BadDocument(int line, String message) {
    super(message);
    this.line = line;
  }

  int line() {
    return line;
  }
}
