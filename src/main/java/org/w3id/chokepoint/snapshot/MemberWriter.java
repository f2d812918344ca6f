package org.w3id.chokepoint.snapshot;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes lines in gzip: those that an article's graph has of the article side by side, mentions and
 * all, are a closed member, and so are those of its claims; what lies between such is an open one.
 * Where the borders are depends on the lines only, so that the same lines give the same bytes,
 * copied or packed anew.
 */
final class MemberWriter implements Closeable {
  /** Takes half the time of zlib's usual one, and a fifth more room. */
  private static final int LEVEL = 3;

  private static final int CHUNK = 1 << 16;
  private static final byte[] NONE = {};

  private final OutputStream out;
  private final List<byte[]> grouped;
  private final Deflater deflater = new Deflater(LEVEL, true);
  private final CRC32 sum = new CRC32();

  /** The graph of the closed member that is being written; of none in an open member. */
  private byte[] graph = NONE;

  /** What has come to the member and is not yet packed. */
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();

  private int lines;

  /** The closed member as an old file has it, as long as no line comes to it. */
  private Optional<Member> old = Optional.empty();

  private Optional<DeflaterOutputStream> open = Optional.empty();
  private long length;
  private boolean empty = true;

  /**
   * @param base of the IRIs of articles and claims; where it is empty, all is one open member
   */
  MemberWriter(OutputStream out, String base) {
    this.out = out;
    this.grouped =
        base.isEmpty()
            ? List.of()
            : Stream.of("article/", "claim/")
                .map(kind -> ("<" + base + "id/" + kind).getBytes(StandardCharsets.UTF_8))
                .toList();
  }

  /** Adds a line with its line break. */
  void line(byte[] bytes, int from, int to) throws IOException {
    if (isOfArticle(bytes, from, to)) {
      int name = lastTerm(bytes, to);
      if (!Arrays.equals(graph, 0, graph.length, bytes, name, to)) {
        finish();
        graph = Arrays.copyOfRange(bytes, name, to);
      }
      unpack();
      text.write(bytes, from, to - from);
      lines++;
    } else {
      if (graph.length > 0) {
        finish();
      }
      text.write(bytes, from, to - from);
      if (text.size() >= CHUNK) {
        flush();
      }
    }
  }

  /**
   * Adds a closed member of an old file.
   *
   * @param first its first line
   */
  void copy(Member member, byte[] first) throws IOException {
    int name = lastTerm(first, first.length);
    if (Arrays.equals(graph, 0, graph.length, first, name, first.length)) {
      unpack();
      text.write(member.text());
      lines += member.lines();
      return;
    }
    finish();
    graph = Arrays.copyOfRange(first, name, first.length);
    old = Optional.of(member);
  }

  private boolean isOfArticle(byte[] bytes, int from, int to) {
    for (byte[] start : grouped) {
      int behind = from + start.length;
      if (behind < to && Arrays.equals(bytes, from, behind, start, 0, start.length)) {
        return true;
      }
    }
    return false;
  }

  /** The last term but the stop begins here. */
  private static int lastTerm(byte[] bytes, int to) {
    int at = to - " .\n".length();
    while (bytes[at - 1] != ' ') {
      at--;
    }
    return at;
  }

  private void unpack() throws IOException {
    if (old.isPresent()) {
      text.write(old.get().text());
      lines = old.get().lines();
      old = Optional.empty();
    }
  }

  /** Packs what has come to the open member; zlib takes long over many small pieces. */
  private void flush() throws IOException {
    if (open.isEmpty()) {
      empty = false;
      out.write(Member.header(0));
      open = Optional.of(new DeflaterOutputStream(out, deflater, CHUNK));
    }
    byte[] bytes = text.toByteArray();
    sum.update(bytes);
    length += bytes.length;
    open.get().write(bytes);
    text.reset();
  }

  /** Ends the member that is being written. */
  private void finish() throws IOException {
    if (open.isPresent() || (graph.length == 0 && text.size() > 0)) {
      flush();
      open.orElseThrow().finish();
      trailer();
      open = Optional.empty();
    } else if (old.isPresent()) {
      empty = false;
      out.write(old.get().packed());
      old = Optional.empty();
    } else if (graph.length > 0) {
      close(text.toByteArray());
      text.reset();
    }
    graph = NONE;
    lines = 0;
  }

  private void close(byte[] bytes) throws IOException {
    empty = false;
    sum.update(bytes);
    length = bytes.length;
    ByteArrayOutputStream packed = new ByteArrayOutputStream(bytes.length / 4);
    DeflaterOutputStream deflated = new DeflaterOutputStream(packed, deflater, CHUNK);
    deflated.write(bytes);
    deflated.finish();
    out.write(Member.header(packed.size(), lines));
    packed.writeTo(out);
    trailer();
  }

  private void trailer() throws IOException {
    out.write(
        ByteBuffer.allocate(Member.TRAILER)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putInt((int) sum.getValue())
            .putInt((int) length)
            .array());
    deflater.reset();
    sum.reset();
    length = 0;
  }

  /** Ends the last member; a file without lines has one without any. */
  @Override
  public void close() throws IOException {
    if (empty && graph.length == 0) {
      flush();
    }
    finish();
    deflater.end();
    out.close();
  }
}
