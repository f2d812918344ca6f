package org.w3id.chokepoint.intake;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.w3id.chokepoint.article.Article;

/** Articles on disk, to be found again by their place. Safe for threads. */
final class Spool implements Closeable {
  private final FileChannel file;
  private final OutputStream out;
  private long end;
  private boolean flushed = true;

  Spool(Path path) throws IOException {
    file =
        FileChannel.open(
            path,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    out = new BufferedOutputStream(Channels.newOutputStream(file), 1 << 16);
  }

  /** Keeps an article and says where. */
  synchronized long add(Article article) {
    byte[] bytes = ArticleJson.write(article);
    long place = end;
    try {
      out.write(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write articles to disk (" + e.getMessage() + "); free space?", e);
    }
    end += Integer.BYTES + bytes.length;
    flushed = false;
    return place;
  }

  /** The article at a place. */
  Article get(long place) {
    try {
      synchronized (this) {
        if (!flushed) {
          out.flush();
          flushed = true;
        }
      }
      int length = read(place, Integer.BYTES).getInt();
      return ArticleJson.read(read(place + Integer.BYTES, length).array());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write or read back an article (" + e.getMessage() + "); free space?", e);
    }
  }

  private ByteBuffer read(long from, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && file.read(buffer, from + buffer.position()) >= 0) {}
    return buffer.flip();
  }

  /** What was not yet written is not needed any more. */
  @Override
  public void close() throws IOException {
    file.close();
  }
}
