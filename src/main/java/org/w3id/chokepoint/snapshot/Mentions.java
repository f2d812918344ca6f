package org.w3id.chokepoint.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.vocabulary.RDF;

/**
 * Stretches of text that name something, and not the passages that claims rest on. They are most of
 * the data, no axiom speaks of them, and what articles say together does not look at them.
 */
public final class Mentions {
  private static final Node PASSAGE = Terms.cp("Passage");
  private static final byte[] OF_PASSAGES = (" <" + PASSAGE.getURI() + "> ").getBytes(UTF_8);

  private final NQuadsReader reader;
  private final List<byte[]> held = new ArrayList<>();
  private byte[] last = {};
  private boolean wanted;

  private Mentions(NQuadsReader reader) {
    this.reader = reader;
  }

  /** Whether a node of a graph is one. */
  public static boolean contain(Node node, Graph graph) {
    return node.isURI()
        && isStretch(node.getURI())
        && !graph.contains(node, RDF.type.asNode(), PASSAGE);
  }

  /** The triples that speak of a stretch of text, mention or passage. */
  public static Iterator<Triple> stretches(Graph graph) {
    return graph
        .find()
        .filterKeep(t -> t.getSubject().isURI() && isStretch(t.getSubject().getURI()));
  }

  private static boolean isStretch(String iri) {
    return iri.indexOf('#') > 0 && iri.startsWith("article/", iri.indexOf("/id/") + 4);
  }

  /** The triples but for those that speak of mentions; not a copy. */
  public static Graph leftOut(Graph graph) {
    return new GraphBase() {
      @Override
      protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
        return Records.without(graph, pattern, node -> contain(node, graph));
      }

      /** An upper bound: whoever asks wants to make room. */
      @Override
      protected int graphBaseSize() {
        return graph.size();
      }
    };
  }

  /** Reads all lines that do not speak of mentions; those of a subject must come together. */
  static void leftOut(LineReader lines, NQuadsReader reader) throws IOException {
    Mentions mentions = new Mentions(reader);
    while (lines.next()) {
      mentions.read(lines.bytes(), lines.start(), lines.end());
    }
  }

  /** Whether a subject is a passage shows in one of its lines, until which they are held. */
  private void read(byte[] bytes, int start, int end) throws IOException {
    int behind = start + last.length;
    if (last.length == 0
        || behind > end
        || !Arrays.equals(bytes, start, behind, last, 0, last.length)) {
      held.clear();
      last = subject(bytes, start, end);
      wanted = last[0] != '<' || !isStretch(new String(last, 1, last.length - 3, UTF_8));
    }
    if (!wanted && isOfPassage(bytes, start, end)) {
      wanted = true;
      for (byte[] line : held) {
        reader.read(line, 0, line.length);
      }
      held.clear();
    }
    if (wanted) {
      reader.read(bytes, start, end);
    } else {
      held.add(Arrays.copyOfRange(bytes, start, end));
    }
  }

  /** With the space behind it. */
  private static byte[] subject(byte[] bytes, int start, int end) {
    int i = start;
    while (i < end && bytes[i] != ' ') {
      i++;
    }
    return Arrays.copyOfRange(bytes, start, Math.min(i + 1, end));
  }

  private static boolean isOfPassage(byte[] bytes, int start, int end) {
    int last = end - OF_PASSAGES.length;
    for (int i = start; i <= last; i++) {
      if (bytes[i] == ' '
          && Arrays.equals(bytes, i, i + OF_PASSAGES.length, OF_PASSAGES, 0, OF_PASSAGES.length)) {
        return true;
      }
    }
    return false;
  }
}
