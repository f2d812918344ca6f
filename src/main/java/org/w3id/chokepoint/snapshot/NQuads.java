package org.w3id.chokepoint.snapshot;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/**
 * Writes N-Quads and N-Triples that depend on the content only: canonical form of RDF 1.1 N-Triples
 * section 4, UTF-8, lines without duplicates in code-point order, blank nodes named by their place
 * in the graph. The same RDF gives the same bytes on any machine.
 */
public final class NQuads {
  private NQuads() {}

  /**
   * Writes all quads of a dataset; triples of its default graph have no graph name.
   *
   * @return how many lines there are
   */
  public static long write(DatasetGraph dataset, OutputStream out) throws IOException {
    return write(quads(dataset.find()), out);
  }

  /**
   * Writes all triples of a graph as N-Triples.
   *
   * @return how many lines there are
   */
  public static long write(Graph graph, OutputStream out) throws IOException {
    return write(triples(graph).toList(), out);
  }

  /**
   * Writes quads; those of the default graph become N-Triples lines.
   *
   * @return how many lines there are
   */
  public static long write(List<Quad> quads, OutputStream out) throws IOException {
    return write(quads, (Lines) out::write);
  }

  /**
   * Reads triples as {@link #write} writes them.
   *
   * @throws IOException where they are written in another way
   */
  public static Graph read(InputStream in) throws IOException {
    List<Triple> triples = new ArrayList<>();
    try (LineReader lines = new LineReader(in)) {
      new NQuadsReader((name, s, p, o) -> triples.add(Triple.create(s, p, o))).read(lines);
    } catch (RuntimeException e) {
      throw new IOException("not as it was written (" + e + ")", e);
    }
    return CompactGraph.grouped(triples);
  }

  /** Takes the lines of a file in their order. */
  interface Lines {
    void add(byte[] line) throws IOException;
  }

  static long write(List<Quad> quads, Lines out) throws IOException {
    return write(quads, BlankLabels.of(quads), out);
  }

  /** Quads whose blank nodes have got their labels. */
  static long write(List<Quad> quads, BlankLabels labels, Lines out) throws IOException {
    Map<Node, List<Quad>> subjects = new HashMap<>();
    quads.forEach(q -> subjects.computeIfAbsent(q.getSubject(), s -> new ArrayList<>()).add(q));
    List<Subject> order = new ArrayList<>(subjects.size());
    subjects.forEach((node, own) -> order.add(new Subject(bytes(term(node, labels)), own)));
    // A line begins with its subject, so only lines of one subject need to be held against another.
    order.sort((a, b) -> Arrays.compareUnsigned(a.text(), b.text()));
    Map<Node, String> texts = new HashMap<>();
    long written = 0;
    for (Subject subject : order) {
      written += lines(subject, labels, texts, out);
    }
    return written;
  }

  private record Subject(byte[] text, List<Quad> quads) {}

  /**
   * Writes the lines of one subject.
   *
   * @param texts of predicates and graphs, as most come again
   */
  private static long lines(Subject subject, BlankLabels labels, Map<Node, String> texts, Lines out)
      throws IOException {
    byte[][] lines = new byte[subject.quads().size()][];
    for (int i = 0; i < lines.length; i++) {
      Quad quad = subject.quads().get(i);
      StringBuilder rest = new StringBuilder(160);
      rest.append(texts.computeIfAbsent(quad.getPredicate(), p -> term(p, labels)));
      append(quad.getObject(), labels, rest);
      rest.append(' ');
      if (!quad.isDefaultGraph()) {
        rest.append(texts.computeIfAbsent(quad.getGraph(), g -> term(g, labels)));
      }
      lines[i] = joined(subject.text(), bytes(rest.append(".\n").toString()));
    }
    // Unsigned order of UTF-8 bytes is code-point order; String's own order is not.
    Arrays.sort(lines, Arrays::compareUnsigned);
    long written = 0;
    byte[] last = {};
    for (byte[] line : lines) {
      if (!Arrays.equals(line, last)) {
        out.add(line);
        written++;
      }
      last = line;
    }
    return written;
  }

  private static byte[] joined(byte[] start, byte[] rest) {
    byte[] all = Arrays.copyOf(start, start.length + rest.length);
    System.arraycopy(rest, 0, all, start.length, rest.length);
    return all;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** A term with the space that follows it: so no subject's text is the beginning of another's. */
  private static String term(Node node, BlankLabels labels) {
    StringBuilder out = new StringBuilder();
    append(node, labels, out);
    return out.append(' ').toString();
  }

  /** The quads in the order in which {@link #write} puts them, graph by graph. */
  static List<Quad> sorted(List<Quad> quads) {
    BlankLabels labels = BlankLabels.of(quads);
    record Keyed(String graph, String line, Quad quad) {}
    return quads.stream()
        .map(quad -> new Keyed(quad.getGraph().toString(), line(quad, labels), quad))
        .sorted(Comparator.comparing(Keyed::graph).thenComparing(Keyed::line))
        .map(Keyed::quad)
        .toList();
  }

  /** The triples of a graph as quads of the default graph. */
  static Stream<Quad> triples(Graph graph) {
    return graph.stream().map(triple -> Quad.create(Quad.defaultGraphIRI, triple));
  }

  private static List<Quad> quads(Iterator<Quad> found) {
    ArrayList<Quad> quads = new ArrayList<>();
    found.forEachRemaining(quads::add);
    return quads;
  }

  private static String line(Quad quad, BlankLabels labels) {
    StringBuilder out = new StringBuilder(160);
    for (Node node : List.of(quad.getSubject(), quad.getPredicate(), quad.getObject())) {
      append(node, labels, out);
      out.append(' ');
    }
    if (!quad.isDefaultGraph()) {
      append(quad.getGraph(), labels, out);
      out.append(' ');
    }
    return out.append(".\n").toString();
  }

  private static void append(Node node, BlankLabels labels, StringBuilder out) {
    if (node.isBlank()) {
      out.append("_:").append(labels.label(node));
    } else {
      TermText.append(node, out);
    }
  }
}
