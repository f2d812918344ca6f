package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link NQuads} wrote, four times as fast as a parser that must expect anything: terms
 * are told apart by their first byte, and one that was seen of late is not made again.
 */
final class NQuadsReader {
  private static final int KEPT = 1 << 15;

  private final LineReader lines;
  private final byte[][] texts = new byte[KEPT][];
  private final @Nullable Node[] nodes = new Node[KEPT];
  private final Last subjects = new Last();
  private final Last graphs = new Last();
  private int at;
  private int slot;
  private long line;

  NQuadsReader(LineReader lines) {
    this.lines = lines;
  }

  /** The term of the line before; of subjects and graphs it is most often that of this one. */
  private static final class Last {
    byte[] text = {};
    Node node = Node.ANY;
  }

  /** Takes the terms of a line; the graph of a triple is null. */
  interface Sink {
    void quad(@Nullable Node graph, Node subject, Node predicate, Node object);
  }

  /** Sends all lines to {@code sink}; blank nodes keep their labels. */
  void read(Sink sink) throws IOException {
    while (lines.next()) {
      line++;
      at = lines.start();
      Node subject = term(subjects);
      Node predicate = term();
      Node object = term();
      Node graph = lines.bytes()[at] == '.' ? null : term(graphs);
      if (lines.bytes()[at] != '.') {
        throw wrong();
      }
      sink.quad(graph, subject, predicate, object);
    }
  }

  private Node term(Last last) throws IOException {
    byte[] bytes = lines.bytes();
    byte[] text = last.text;
    int end = at + text.length;
    if (end < lines.end()
        && bytes[end] == ' '
        && Arrays.equals(bytes, at, end, text, 0, text.length)) {
      at = end + 1;
      return last.node;
    }
    last.node = term();
    last.text = texts[slot];
    return last.node;
  }

  /** The term that begins here; goes behind the space that follows it. */
  private Node term() throws IOException {
    byte[] bytes = lines.bytes();
    int start = at;
    int hash = 0;
    boolean quoted = bytes[start] == '"';
    int end = lines.end();
    int i = start;
    if (quoted) {
      for (i++; i < end && bytes[i] != '"'; i++) {
        i += bytes[i] == '\\' ? 1 : 0;
      }
    }
    while (i < end && bytes[i] != ' ') {
      i++;
    }
    if (i >= end) {
      throw wrong();
    }
    for (int b = start; b < i; b++) {
      hash = 31 * hash + bytes[b];
    }
    at = i + 1;
    slot = (hash ^ hash >>> 15) & KEPT - 1;
    byte[] text = texts[slot];
    Node node = nodes[slot];
    if (node != null && Arrays.equals(text, 0, text.length, bytes, start, i)) {
      return node;
    }
    Node made = node(bytes, start, i);
    texts[slot] = Arrays.copyOfRange(bytes, start, i);
    nodes[slot] = made;
    return made;
  }

  /** The term whose text is these bytes. */
  static Node node(byte[] bytes, int start, int end) throws IOException {
    return switch (bytes[start]) {
      case '<' -> NodeFactory.createURI(text(bytes, start + 1, end - 1));
      case '_' -> NodeFactory.createBlankNode(text(bytes, start + 2, end));
      case '"' -> literal(bytes, start, end);
      default -> throw new IOException("no term begins like this");
    };
  }

  private static Node literal(byte[] bytes, int start, int end) throws IOException {
    int quote = end - 1;
    while (bytes[quote] != '"') {
      quote--;
    }
    String text = text(bytes, start + 1, quote);
    if (quote == end - 1) {
      return NodeFactory.createLiteralString(text);
    }
    return bytes[quote + 1] == '@'
        ? NodeFactory.createLiteralLang(text, text(bytes, quote + 2, end))
        : NodeFactory.createLiteralDT(text, NodeFactory.getType(text(bytes, quote + 4, end - 1)));
  }

  private static String text(byte[] bytes, int start, int end) throws IOException {
    String text = new String(bytes, start, end - start, StandardCharsets.UTF_8);
    return text.indexOf('\\') < 0 ? text : unescaped(text);
  }

  private static String unescaped(String text) throws IOException {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      i++;
      switch (text.charAt(i)) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case '"', '\\' -> out.append(text.charAt(i));
        case 'u' -> {
          out.append((char) Integer.parseInt(text, i + 1, i + 5, 16));
          i += 4;
        }
        default -> throw new IOException("no such escape in a literal");
      }
    }
    return out.toString();
  }

  private IOException wrong() {
    return new IOException("line " + line + " is not as it was written");
  }
}
