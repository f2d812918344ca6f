package org.w3id.chokepoint.article;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What bytes are, told by how they begin; names of files say nothing. */
sealed interface Sniffing {
  /** How many bytes are looked at. */
  int HEAD = 8192;

  /** Wrapped once more. */
  record Gzip() implements Sniffing {}

  /** Text in UTF-16 with its mark. */
  record Wide(boolean bigEndian) implements Sniffing {}

  /** A web archive. */
  record Warc() implements Sniffing {}

  /** An object or array. */
  record Json() implements Sniffing {}

  /** A page. */
  record Html() implements Sniffing {}

  /** RSS or Atom. */
  record Feed() implements Sniffing {}

  /** Plain text or Markdown. */
  record Text() implements Sniffing {}

  /** Nothing that can be read. */
  record Unreadable(String reason) implements Sniffing {}

  /** First bytes in hexadecimal, what has them, what to do. */
  List<String[]> BINARY = binary();

  Pattern PAGE =
      Pattern.compile(
          "(?is)^(?:<\\?xml[^>]*>\\s*)?(?:<!--.{0,4000}?-->\\s*)*<(?:!doctype\\s+html|html|head|body|main|article|section|div|p|h[1-6]|meta|title|link|script|style|table|ul|ol|span|figure|header|blockquote)\\b.*");
  Pattern ROOT = Pattern.compile("<([A-Za-z][\\w:.-]*)");

  /** Looks at the first bytes. */
  static Sniffing of(byte[] head, int length) {
    if (length == 0) {
      return new Unreadable("the file is empty; give it a text or leave it out");
    }
    if (starts(head, length, "1f8b")) {
      return new Gzip();
    }
    if (starts(head, length, "feff") || starts(head, length, "fffe")) {
      return starts(head, length, "fffe0000")
          ? new Unreadable("the text is in UTF-32; save the file as UTF-8")
          : new Wide(head[0] == (byte) 0xFE);
    }
    for (String[] kind : BINARY) {
      if (starts(head, length, kind[0])) {
        return new Unreadable("the file is " + kind[1] + ", not text; " + kind[2]);
      }
    }
    int binary = binaryAt(head, length);
    if (binary >= 0) {
      return new Unreadable(
          "the file is binary, not text (control byte at offset %d); convert it to text first"
              .formatted(binary));
    }
    return text(new String(head, 0, length, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""));
  }

  private static Sniffing text(String head) {
    String start = head.stripLeading();
    if (start.startsWith("WARC/")) {
      return new Warc();
    }
    if (start.startsWith("{") || start.matches("(?s)^\\[\\s*[\\[{].*")) {
      return new Json();
    }
    if (PAGE.matcher(start).matches()) {
      return new Html();
    }
    return start.startsWith("<?xml")
            || start.matches("(?s)^<(?:!DOCTYPE\\s|rss|feed|rdf:RDF)\\b?.*")
        ? xml(start)
        : new Text();
  }

  private static Sniffing xml(String start) {
    Matcher root = ROOT.matcher(start);
    String name = root.find() ? root.group(1) : "?";
    return switch (name) {
      case "rss", "feed", "rdf:RDF" -> new Feed();
      case "html" -> new Html();
      default ->
          new Unreadable(
              "it is XML with the root <%s>; pages, RSS and Atom are read, convert it to one"
                  .formatted(name));
    };
  }

  private static boolean starts(byte[] head, int length, String hex) {
    for (int i = 0; i < hex.length() / 2; i++) {
      if (i >= length
          || (head[i] & 0xFF) != Integer.parseInt(hex.substring(2 * i, 2 * i + 2), 16)) {
        return false;
      }
    }
    return true;
  }

  /** NUL, or so many controls that it is no text; a stray one does no harm. */
  private static int binaryAt(byte[] head, int length) {
    int first = -1;
    int controls = 0;
    for (int i = 0; i < length; i++) {
      int b = head[i];
      if (b == 0) {
        return first < 0 ? i : first;
      }
      if (b > 0 && b < 32 && b != '\n' && b != '\r' && b != '\t' && b != '\f') {
        first = first < 0 ? i : first;
        controls++;
      }
    }
    return controls * 20 > length ? first : -1;
  }

  private static List<String[]> binary() {
    try (InputStream in = Sniffing.class.getResourceAsStream("binary.tsv")) {
      String rows = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return rows.lines().filter(l -> !l.startsWith("#")).map(l -> l.split("	")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("binary.tsv cannot be read (" + e + ")", e);
    }
  }
}
