package org.w3id.chokepoint.snapshot;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/** The lines of a file in gzip, whose closed members can be passed over as they are. */
final class MemberReader implements Closeable {
  private final @Nullable FileChannel file;
  private final Inflater inflater = new Inflater(true);
  private Optional<Member> here = Optional.empty();
  private Optional<Member> coming = Optional.empty();
  private byte[] first = {};
  private byte[] next = {};

  /** Lines of the member that is here, once more than its first is asked for. */
  private @Nullable LineReader lines;

  private MemberReader(@Nullable FileChannel file) {
    this.file = file;
  }

  /** Before the first line of a file. */
  static MemberReader of(Path path) throws IOException {
    FileChannel file = FileChannel.open(path);
    MemberReader reader = new MemberReader(file);
    reader.coming = Member.at(file, 0);
    reader.next = firstLine(reader.coming);
    return reader;
  }

  /** Of no lines. */
  static MemberReader none() {
    return new MemberReader(null);
  }

  /** Goes to the next line; false where there is none. */
  boolean next() throws IOException {
    if (here.isPresent()) {
      if (lines == null) {
        lines = new LineReader(open(here.get()));
        lines.next();
      }
      if (lines.next()) {
        return true;
      }
    }
    return nextMember();
  }

  /** A closed member's lines are few enough to be unpacked at once. */
  private InputStream open(Member member) throws IOException {
    if (member.isClosed()) {
      return new ByteArrayInputStream(member.text());
    }
    inflater.reset();
    return member.stream(inflater);
  }

  /** Goes to the first line of the next member that has lines. */
  boolean nextMember() throws IOException {
    do {
      if (here.isPresent() && !here.get().isClosed()) {
        peek(end(here.get()));
      }
      here = coming;
      first = next;
      lines = null;
      if (here.isPresent() && here.get().isClosed()) {
        peek(here.get().start() + here.get().length());
      } else {
        coming = Optional.empty();
      }
    } while (here.isPresent() && first.length == 0);
    return here.isPresent();
  }

  /** Where a member ends that does not say it: all of it has been read. */
  private long end(Member member) throws IOException {
    if (lines == null) {
      lines = new LineReader(open(member));
    }
    while (lines.next()) {
      // to its end
    }
    return member.start() + member.header() + inflater.getBytesRead() + Member.TRAILER;
  }

  private void peek(long start) throws IOException {
    coming = file == null ? Optional.empty() : Member.at(file, start);
    next = firstLine(coming);
  }

  private static byte[] firstLine(Optional<Member> member) throws IOException {
    return member.isPresent() ? member.get().firstLine() : new byte[0];
  }

  /** The closed member whose first line this is, if another member follows it. */
  Optional<Member> whole() {
    return here.filter(m -> m.isClosed() && lines == null && next.length > 0);
  }

  /** The first line of the member that follows a {@link #whole} one. */
  byte[] behind() {
    return next;
  }

  byte[] bytes() {
    return lines == null ? first : lines.bytes();
  }

  int start() {
    return lines == null ? 0 : lines.start();
  }

  /** Behind the line break. */
  int end() {
    return lines == null ? first.length : lines.end();
  }

  @Override
  public void close() throws IOException {
    inflater.end();
    if (file != null) {
      file.close();
    }
  }
}
