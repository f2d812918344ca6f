package org.w3id.chokepoint.serve;

import java.util.concurrent.atomic.AtomicLong;

/** What one query may still spend. */
final class Budget {
  private final Limits limits;
  private final AtomicLong characters;

  Budget(Limits limits) {
    this.limits = limits;
    characters = new AtomicLong(limits.of(Limit.TEXT));
  }

  /**
   * Takes away the characters of texts that the query makes.
   *
   * @throws TooMuch when it makes more than it may
   */
  void makeText(long length) {
    if (characters.addAndGet(-length) < 0) {
      throw new TooMuch(
          "The query makes more than "
              + limits.of(Limit.TEXT)
              + " characters of text; use CONCAT, REPLACE and GROUP_CONCAT on fewer or shorter"
              + " values.");
    }
  }

  /** The text, for one match of a regular expression, which may look at it so often and no more. */
  CharSequence matched(CharSequence text) {
    return new Watched(text, new AtomicLong(limits.of(Limit.REGEX)));
  }

  private record Watched(CharSequence text, AtomicLong left) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (left.decrementAndGet() < 0) {
        throw new TooMuch(
            "A regular expression takes too long; avoid repetitions of repetitions such as (a+)+.");
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return new Watched(text.subSequence(start, end), left);
    }

    @Override
    public String toString() {
      return text.toString();
    }
  }
}
