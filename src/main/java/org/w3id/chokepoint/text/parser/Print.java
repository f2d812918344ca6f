package org.w3id.chokepoint.text.parser;

import org.jspecify.annotations.Nullable;

/**
 * The fingerprint of a text: a polynomial of its characters modulo 2^64, so that the fingerprint of
 * joined texts follows from those of the parts.
 *
 * @param hash value of the polynomial
 * @param power its base to the length of the text; 0 stands for no text at all
 */
record Print(long hash, long power) {
  static final long BASE = 0x5851F42D4C957F2DL;
  static final Print NONE = new Print(0, 0);
  private static final long UNDERSCORE = character('_');

  static Print of(@Nullable String text) {
    return text == null ? NONE : of(text, 0, text.length());
  }

  /** Of the UTF-16 units from {@code begin} to {@code end}. */
  static Print of(String text, int begin, int end) {
    long hash = 0;
    long power = 1;
    for (int i = begin; i < end; i++) {
      hash = hash * BASE + character(text.charAt(i));
      power *= BASE;
    }
    return new Print(hash, power);
  }

  /** The hash of two texts with an underscore between; their own hashes and the second's power. */
  static long join(long left, long right, long power) {
    return (left * BASE + UNDERSCORE) * power + right;
  }

  Print join(Print right) {
    return new Print(join(hash, right.hash, right.power), power * BASE * right.power);
  }

  /** The key of a text in one of several namespaces, well spread and never 0. */
  static long key(long hash, int space) {
    long key = mix(hash + space * 0x9E3779B97F4A7C15L);
    return key == 0 ? 1 : key;
  }

  /** Characters are spread first: a plain polynomial of small numbers collides too easily. */
  private static long character(char c) {
    return mix(c + 0x2545F4914F6CDD1DL);
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 32)) * 0xD6E8FEB86659FD93L;
    z = (z ^ (z >>> 29)) * 0xBF58476D1CE4E5B9L;
    return z ^ (z >>> 32);
  }
}
