package org.w3id.chokepoint.article;

/** What became of one input: an article, or the reason why there is none. */
public sealed interface Reading {

  /** The input was understood. */
  record Accepted(Article article) implements Reading {}

  /**
   * The input was left out.
   *
   * @param file the file, as the user named it
   * @param line 1-based line of the trouble, 0 where it concerns the whole file
   * @param reason what is wrong and what to do about it, one sentence each, in one line
   */
  record Rejected(String file, int line, String reason) implements Reading {
    /** The line printed to the user. */
    public String message() {
      return (line > 0 ? file + ":" + line : file) + ": " + reason;
    }
  }
}
