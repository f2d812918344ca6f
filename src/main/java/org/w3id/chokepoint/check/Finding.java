package org.w3id.chokepoint.check;

/**
 * Something wrong in the data.
 *
 * @param focus the node concerned
 * @param rule the shape or rule that says so
 */
public record Finding(Severity severity, String focus, String rule, String message) {
  /** How bad it is. */
  public enum Severity {
    VIOLATION,
    WARNING,
    INFO
  }
}
