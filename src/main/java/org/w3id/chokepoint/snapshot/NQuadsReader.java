package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final Sink sink;
  private final byte[][] texts = new byte[KEPT][];
  private final @Nullable Node[] nodes = new Node[KEPT];
  private final Last subjects = new Last();
  private final Last graphs = new Last();
  private byte[] bytes = {};
  private int at;
  private int end;
  private int slot;
  private long line;

  /** Reads lines and sends their terms to {@code sink}; blank nodes keep their labels. */
  NQuadsReader(Sink sink) {
    this.sink = sink;
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

  /** Reads a whole file. */
  void read(LineReader lines) throws IOException {
    while (lines.next()) {
      read(lines.bytes(), lines.start(), lines.end());
    }
  }

  /** Reads a line, from {@code start} to its end behind the line break. */
  void read(byte[] text, int start, int stop) throws IOException {
    line++;
    bytes = text;
    at = start;
    end = stop;
    Node subject = term(subjects);
    Node predicate = term();
    Node object = term();
    Node graph = bytes[at] == '.' ? null : term(graphs);
    if (bytes[at] != '.') {
      throw wrong();
    }
    sink.quad(graph, subject, predicate, object);
  }

  private Node term(Last last) throws IOException {
    byte[] text = last.text;
    int behind = at + text.length;
    if (behind < end
        && bytes[behind] == ' '
        && Arrays.equals(bytes, at, behind, text, 0, text.length)) {
      at = behind + 1;
      return last.node;
    }
    last.node = term();
    last.text = texts[slot];
    return last.node;
  }

  /** The term that begins here; goes behind the space that follows it. */
  private Node term() throws IOException {
    int start = at;
    boolean quoted = bytes[start] == '"';
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
    at = i + 1;
    slot = hash(bytes, start, i) & KEPT - 1;
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

  private static int hash(byte[] bytes, int start, int end) {
    long hash = 0;
    int i = start;
    for (; i + Long.BYTES <= end; i += Long.BYTES) {
      hash = (hash ^ (long) EIGHT.get(bytes, i)) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 32;
    }
    for (; i < end; i++) {
      hash = 31 * hash + bytes[i];
    }
    return (int) (hash ^ hash >>> 15 ^ hash >>> 32);
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
