package org.w3id.chokepoint.snapshot;

import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A number that tells one set of lines from another, whatever their order: the sum of a hash of
 * each. Lines may go as they have come, so of a large file only what changes is looked at. It names
 * things; against forgery there is SHA-256.
 */
final class LineSum {
  private final CRC32 one = new CRC32();
  private final CRC32C other = new CRC32C();
  private long sum;

  private LineSum(long sum) {
    this.sum = sum;
  }

  /** Of no lines. */
  static LineSum empty() {
    return new LineSum(0);
  }

  /** Of the lines that gave {@code text}. */
  static LineSum of(String text) {
    return new LineSum(HexFormat.fromHexDigitsToLong(text));
  }

  void add(byte[] bytes, int from, int to) {
    sum += hash(bytes, from, to);
  }

  void remove(byte[] bytes, int from, int to) {
    sum -= hash(bytes, from, to);
  }

  private long hash(byte[] bytes, int from, int to) {
    one.reset();
    other.reset();
    one.update(bytes, from, to - from);
    other.update(bytes, from, to - from);
    return mixed(one.getValue() << 32 | other.getValue());
  }

  /**
   * Both checksums are linear, and sums of them would not tell enough (finalizer of SplitMix64).
   */
  private static long mixed(long bits) {
    long z = (bits ^ bits >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }

  /** Sixteen hexadecimal digits. */
  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(sum);
  }
}
