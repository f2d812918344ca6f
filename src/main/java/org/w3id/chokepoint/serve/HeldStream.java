package org.w3id.chokepoint.serve;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

/** Takes the bytes of an answer in one go, in the thread of the request. */
abstract class HeldStream extends ServletOutputStream {
  @Override
  public abstract void write(byte[] from, int offset, int length);

  @Override
  public void write(int b) {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public boolean isReady() {
    return true;
  }

  @Override
  public void setWriteListener(WriteListener listener) {
    throw new IllegalStateException("answers are written in one go");
  }
}
