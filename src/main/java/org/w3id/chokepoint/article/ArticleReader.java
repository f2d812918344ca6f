package org.w3id.chokepoint.article;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads whatever newsrooms publish: text, Markdown, pages, JSON of several kinds, feeds, web
 * archives, each also packed with gzip. What it is, is told by the content. Articles are handed on
 * one by one, so a file of any size takes the memory of its largest article.
 */
public final class ArticleReader {
  private ArticleReader() {}

  /** The articles of a file; a rejected one carries its reason. Never throws for bad input. */
  public static List<Reading> read(Path file) {
    List<Reading> out = new ArrayList<>();
    read(file, out::add);
    return out;
  }

  /** As above, one by one. */
  public static void read(Path file, Consumer<Reading> out) {
    Consumer<Reading> bounded = new Complaints(file.toString(), out);
    try (InputStream in = Files.newInputStream(file)) {
      read(file.toString(), in, bounded);
    } catch (IOException e) {
      bounded.accept(
          new Reading.Rejected(
              file.toString(),
              0,
              "cannot be read (" + e.getMessage() + "); check the path and its permissions"));
    }
  }

  /** What a stream holds, which is not closed; {@code name} stands for its file. */
  public static void read(String name, InputStream in, Consumer<Reading> out) {
    read(Origin.of(name), in, 0, out);
  }

  /** A document, which may hold others. */
  static void read(Origin origin, InputStream in, int packings, Consumer<Reading> out) {
    try {
      document(origin, in, packings, out);
    } catch (BadDocument e) {
      out.accept(origin.rejected(e));
    } catch (EOFException e) {
      out.accept(origin.rejected("it ends too early; is it a part of a file?"));
    } catch (IOException e) {
      out.accept(origin.rejected("cannot be read (" + e.getMessage() + "); is it damaged?"));
    } catch (UncheckedIOException e) {
      throw e; // whoever takes the articles cannot go on
    } catch (RuntimeException e) {
      out.accept(origin.rejected("cannot be read (" + e + "); is it damaged? If not, report it"));
    } catch (StackOverflowError e) {
      out.accept(origin.rejected("it nests too deeply; mend it or give the plain text"));
    }
  }

  private static void document(Origin origin, InputStream in, int packings, Consumer<Reading> out)
      throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
    bytes.mark(Sniffing.HEAD);
    byte[] head = bytes.readNBytes(Sniffing.HEAD);
    bytes.reset();
    if (head.length >= 3
        && head[0] == (byte) 0xEF
        && head[1] == (byte) 0xBB
        && head[2] == (byte) 0xBF) {
      bytes.skipNBytes(3);
    }
    switch (Sniffing.of(head, head.length)) {
      case Sniffing.Unreadable(String reason) -> throw new BadDocument(reason);
      case Sniffing.Gzip() -> {
        if (packings == Limits.PACKINGS) {
          throw new BadDocument(
              "it is packed more than " + Limits.PACKINGS + " times; unpack it first");
        }
        read(origin, Unpacking.of(bytes), packings + 1, out);
      }
      case Sniffing.Wide(boolean big) ->
          read(origin, Recoding.utf8(bytes, big ? "UTF-16BE" : "UTF-16LE"), packings, out);
      case Sniffing.Warc() -> WebArchive.read(origin, bytes, out);
      case Sniffing.Json() -> JsonDocuments.read(origin, bytes, out);
      case Sniffing.Feed() -> Feed.read(origin, Texts.all(bytes), out);
      case Sniffing.Html() ->
          out.accept(
              Page.read(origin, Texts.declared(Texts.all(bytes), origin.charset()))
                  .reading(origin));
      case Sniffing.Text() -> out.accept(text(Texts.utf8(Texts.all(bytes))).reading(origin));
    }
  }

  private static Draft text(String text) throws BadDocument {
    if (text.isBlank()) {
      throw new BadDocument("the file has nothing but white space; give it a text or leave it out");
    }
    return Markdown.is(text)
        ? Markdown.read(text)
        : new Draft(Form.TEXT, Optional.empty(), Laid.plain(text), Metadata.NONE);
  }

  /** A file with very many bad records gets a line for the first of them and one for the rest. */
  private static final class Complaints implements Consumer<Reading> {
    private final String file;
    private final Consumer<Reading> out;
    private int count;

    Complaints(String file, Consumer<Reading> out) {
      this.file = file;
      this.out = out;
    }

    @Override
    public void accept(Reading reading) {
      count += reading instanceof Reading.Rejected ? 1 : 0;
      if (reading instanceof Reading.Accepted || count < Limits.COMPLAINTS) {
        out.accept(reading);
      } else if (count == Limits.COMPLAINTS) {
        out.accept(
            new Reading.Rejected(
                file, 0, "too many bad records; what else is wrong in it is not told, mend these"));
      }
    }
  }
}
