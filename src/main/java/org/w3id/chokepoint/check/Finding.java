package org.w3id.chokepoint.check;

/**
 * Something wrong in the data.
 *
 * @param focus the node concerned
 * @param rule the shape or rule that says so
 */
public record Finding(Severity severity, String focus, String rule, String message) {
  /** Whether the data is wrong, and not only odd. */
  public boolean isViolation() {
    return severity == Severity.VIOLATION;
  }

  /** The finding in one line. */
  public String line() {
    return severity + " " + focus + ": " + message + " (" + rule + ")";
  }

  /** How bad it is. */
  public enum Severity {
    VIOLATION,
    WARNING,
    INFO
  }
}
