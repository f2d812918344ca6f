package org.w3id.chokepoint.article;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Gzip that gives up on data made to burst, which unpacks to a hundred times its size. */
final class Unpacking extends FilterInputStream {
  private final Counting packed;
  private long unpacked;

  private Unpacking(Counting packed, InputStream plain) {
    super(plain);
    this.packed = packed;
  }

  static InputStream of(InputStream in) throws IOException {
    Counting packed = new Counting(in);
    return new Unpacking(packed, new GZIPInputStream(packed, 1 << 16));
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int some = super.read(buffer, offset, length);
    count(some);
    return some;
  }

  @Override
  public long skip(long n) throws IOException {
    long some = super.skip(n);
    count(some);
    return some;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void count(long more) throws IOException {
    unpacked += Math.max(0, more);
    if (unpacked > Limits.DOCUMENT_BYTES && unpacked > Limits.EXPANSION * packed.count) {
      throw new BadDocument(
          "it unpacks to more than %d times its size, as a decompression bomb does; leave it out"
              .formatted(Limits.EXPANSION));
    }
  }

  private static final class Counting extends FilterInputStream {
    private long count;

    Counting(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = super.read(buffer, offset, length);
      count += Math.max(0, some);
      return some;
    }
  }
}
