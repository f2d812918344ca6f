package org.w3id.chokepoint.snapshot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.w3id.chokepoint.snapshot.IndexedGraph.Part;

/**
 * A snapshot in memory, as graphs that never change and share their terms and triples. It can be
 * kept in a file beside the dump, which is read back in a small part of the time; the file is only
 * believed where it was made of the same dump and is whole.
 */
public final class Indexed {
  private static final String FILE = "index.bin";
  private static final int FORMAT = 1;

  private final TermTable terms;
  private final TripleTable triples;
  private final Spread.Table spreads;

  /** A bit for each triple that some article, or the reference data, asserts. */
  private final long[] asserted;

  /** Numbers of the names of the graphs; the last is that of the inferences. */
  private final int[] names;

  /** Where in {@link #members} each graph begins, and the end. */
  private final int[] starts;

  /** Positions of triples, graph by graph. */
  private final int[] members;

  private final boolean kept;

  Indexed(
      TermTable terms,
      TripleTable triples,
      long[] asserted,
      int[] names,
      int[] starts,
      int[] members,
      boolean kept) {
    this.terms = terms;
    this.triples = triples;
    this.spreads = new Spread.Table(triples);
    this.asserted = asserted;
    this.names = names;
    this.starts = starts;
    this.members = members;
    this.kept = kept;
  }

  /**
   * Loads a snapshot, from the file that {@link #keep} left where there is one that fits.
   *
   * @throws java.io.UncheckedIOException where the dump cannot be read
   */
  public static Indexed of(Snapshot snapshot) {
    return kept(snapshot).orElseGet(() -> read(snapshot));
  }

  /** Triples, given once or more often, as a graph that takes little memory. */
  public static Graph graph(Stream<Triple> triples) {
    IndexMaker maker = new IndexMaker(Terms.INFERRED);
    triples.forEach(t -> maker.inferred(t.getSubject(), t.getPredicate(), t.getObject()));
    return maker.made().all();
  }

  /** All triples, asserted and inferred. */
  public Graph all() {
    return new IndexedGraph(terms, triples, spreads, new Part.All(triples.size()));
  }

  /** The triples that are asserted in some graph. */
  public Graph asserted() {
    int size = Arrays.stream(asserted).mapToInt(Long::bitCount).sum();
    return new IndexedGraph(terms, triples, spreads, new Part.Marked(asserted, size));
  }

  /** The triples that are inferred, asserted or not. */
  public Graph inferred() {
    return graph(names.length - 1);
  }

  /** The named graphs of the dump, and the inferences under their name. */
  public Map<Node, Graph> named() {
    Map<Node, Graph> out = new HashMap<>();
    for (int i = 0; i < names.length; i++) {
      out.put(terms.node(names[i]), graph(i));
    }
    return out;
  }

  private Graph graph(int i) {
    return new IndexedGraph(
        terms, triples, spreads, new Part.Listed(members, starts[i], starts[i + 1]));
  }

  /** Whether it came from a file that was kept. */
  public boolean wasKept() {
    return kept;
  }

  /**
   * Keeps it beside the dump, for the next {@link #of}; false where the folder cannot be written.
   */
  public boolean keep(Snapshot snapshot) {
    return IndexFile.keep(
        snapshot.folder().resolve(FILE),
        out -> {
          out.ints(snapshot.madeOf(FORMAT));
          terms.write(out);
          triples.write(out);
          out.longs(asserted);
          out.ints(names);
          out.ints(starts);
          out.ints(members);
        });
  }

  private static Optional<Indexed> kept(Snapshot snapshot) {
    return IndexFile.kept(
        snapshot.folder().resolve(FILE),
        snapshot.madeOf(FORMAT),
        in ->
            new Indexed(
                TermTable.read(in),
                TripleTable.read(in),
                in.longs(),
                in.ints(),
                in.ints(),
                in.ints(),
                true));
  }

  private static Indexed read(Snapshot snapshot) {
    IndexMaker maker = new IndexMaker(snapshot.manifest().base() + Terms.INFERRED);
    snapshot.eachAsserted(maker::asserted);
    snapshot.eachInferred((none, s, p, o) -> maker.inferred(s, p, o));
    return maker.made();
  }
}
