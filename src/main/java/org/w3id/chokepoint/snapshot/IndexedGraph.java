package org.w3id.chokepoint.snapshot;

import java.util.Arrays;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.NiceIterator;
import org.apache.jena.util.iterator.NullIterator;

/**
 * Some of the triples of a table, as a graph that never changes. Terms match where they are equal.
 */
final class IndexedGraph extends GraphBase {
  private final TermTable terms;
  private final TripleTable triples;
  private final Spread.Table spreads;
  private final Part part;

  /** Which triples are in the graph. */
  sealed interface Part {
    boolean has(int position);

    int size();

    /** All of them. */
    record All(int size) implements Part {
      @Override
      public boolean has(int position) {
        return true;
      }
    }

    /** Those whose bit is set. */
    record Marked(long[] bits, int size) implements Part {
      @Override
      public boolean has(int position) {
        return (bits[position >>> 6] & 1L << position) != 0;
      }
    }

    /** Those whose positions are listed, in order, from one place to another. */
    record Listed(int[] positions, int from, int to) implements Part {
      @Override
      public boolean has(int position) {
        return Arrays.binarySearch(positions, from, to, position) >= 0;
      }

      @Override
      public int size() {
        return to - from;
      }
    }
  }

  IndexedGraph(TermTable terms, TripleTable triples, Spread.Table spreads, Part part) {
    this.terms = terms;
    this.triples = triples;
    this.spreads = spreads;
    this.part = part;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    int subject = number(pattern.getSubject());
    int predicate = number(pattern.getPredicate());
    int object = number(pattern.getObject());
    if (subject == UNKNOWN || predicate == UNKNOWN || object == UNKNOWN) {
      return NullIterator.instance();
    }
    TripleTable.Run run = run(subject, predicate, object);
    return new Found(run, subject, predicate, object, asks(run));
  }

  TermTable terms() {
    return terms;
  }

  TripleTable triples() {
    return triples;
  }

  /** How the triples of a predicate are spread, in all graphs of the table. */
  Spread spread(int predicate) {
    return spreads.of(predicate);
  }

  /** The shortest run that has all triples of a pattern, and perhaps others. */
  TripleTable.Run run(int subject, int predicate, int object) {
    TripleTable.Run run = triples.run(subject, predicate, object);
    return part instanceof Part.Listed(int[] positions, int from, int to)
            && to - from < run.length()
        ? new TripleTable.Run(positions, from, to)
        : run;
  }

  /** Whether a run may have triples that are not in this graph. */
  boolean asks(TripleTable.Run run) {
    return switch (part) {
      case Part.All all -> false;
      case Part.Marked marked -> true;
      case Part.Listed listed -> run.order() != listed.positions();
    };
  }

  /** Whether the triple at a position is in this graph. */
  boolean has(int position) {
    return part.has(position);
  }

  @Override
  protected boolean graphBaseContains(Triple pattern) {
    return graphBaseFind(pattern).hasNext();
  }

  @Override
  protected int graphBaseSize() {
    return part.size();
  }

  /** Stands for a term that is not in the table. */
  static final int UNKNOWN = -2;

  /** The number of a term, {@link TripleTable#ANY} for what stands for any. */
  int number(Node node) {
    if (!node.isConcrete()) {
      return TripleTable.ANY;
    }
    int number = terms.find(node);
    return number < 0 ? UNKNOWN : number;
  }

  /** The triples of a run that match. */
  private final class Found extends NiceIterator<Triple> {
    private final TripleTable.Run run;
    private final int subject;
    private final int predicate;
    private final int object;
    private final boolean ask;
    private int at;

    /**
     * Looks through a run.
     *
     * @param ask whether the run may have triples that are not in this graph
     */
    Found(TripleTable.Run run, int subject, int predicate, int object, boolean ask) {
      this.run = run;
      this.subject = subject;
      this.predicate = predicate;
      this.object = object;
      this.ask = ask;
      this.at = run.from();
    }

    @Override
    public boolean hasNext() {
      while (at < run.to()) {
        int position = run.position(at);
        if (triples.matches(position, subject, predicate, object) && (!ask || part.has(position))) {
          return true;
        }
        at++;
      }
      return false;
    }

    @Override
    public Triple next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      int position = run.position(at++);
      return Triple.create(
          terms.node(triples.subjects()[position]),
          terms.node(triples.predicates()[position]),
          terms.node(triples.objects()[position]));
    }
  }
}
