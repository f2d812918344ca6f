package org.w3id.chokepoint.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.impl.GraphBase;
import org.apache.jena.util.iterator.ExtendedIterator;
import org.apache.jena.util.iterator.WrappedIterator;

/**
 * A graph as an array, the triples of a subject side by side, and a table of the subjects. Takes a
 * third of the memory of a graph with indexes, and an archive has as many as articles. What is
 * asked for without a subject is sought in all of it, and a change copies it.
 */
public final class CompactGraph extends GraphBase {
  private static final int NONE = -1;

  private Triple[] triples;

  /** Where the triples of a subject begin, by its hash. */
  private int[] starts;

  private CompactGraph(Collection<Triple> triples) {
    this.triples = triples.toArray(Triple[]::new);
    this.starts = table(this.triples);
  }

  /** A graph like this one; itself where it is compact. */
  public static Graph of(Graph graph) {
    if (graph instanceof CompactGraph) {
      return graph;
    }
    return of(graph.find());
  }

  /** A graph of triples, each given once. */
  public static Graph of(Iterator<Triple> triples) {
    Map<Node, List<Triple>> subjects = new LinkedHashMap<>();
    triples.forEachRemaining(
        t -> subjects.computeIfAbsent(t.getSubject(), s -> new ArrayList<>()).add(t));
    return new CompactGraph(subjects.values().stream().flatMap(List::stream).toList());
  }

  /** The triples given, each once, those of a subject one after the other. */
  static Graph grouped(List<Triple> triples) {
    return new CompactGraph(triples);
  }

  private static int[] table(Triple[] triples) {
    int subjects = 0;
    for (int i = 0; i < triples.length; i++) {
      subjects += begins(triples, i) ? 1 : 0;
    }
    int[] table = new int[Integer.highestOneBit(subjects | 1) * 4];
    Arrays.fill(table, NONE);
    for (int i = 0; i < triples.length; i++) {
      if (begins(triples, i)) {
        int slot = slot(triples[i].getSubject(), table);
        while (table[slot] != NONE) {
          slot = (slot + 1) & (table.length - 1);
        }
        table[slot] = i;
      }
    }
    return table;
  }

  private static boolean begins(Triple[] triples, int i) {
    return i == 0 || !triples[i].getSubject().equals(triples[i - 1].getSubject());
  }

  private static int slot(Node subject, int[] table) {
    int hash = subject.hashCode() * 0x9E3779B9;
    return (hash ^ hash >>> 16) & (table.length - 1);
  }

  /** Where the triples of the subject begin; their number where there are none. */
  private int start(Node subject) {
    int slot = slot(subject, starts);
    while (starts[slot] != NONE) {
      if (triples[starts[slot]].getSubject().equals(subject)) {
        return starts[slot];
      }
      slot = (slot + 1) & (starts.length - 1);
    }
    return triples.length;
  }

  @Override
  protected ExtendedIterator<Triple> graphBaseFind(Triple pattern) {
    Node subject = pattern.getSubject();
    boolean one = subject.isConcrete();
    return WrappedIterator.create(new Found(triples, pattern, one, one ? start(subject) : 0));
  }

  /** Those of an array that match; later changes of the graph do not show. */
  private static final class Found implements Iterator<Triple> {
    private final Triple[] all;
    private final Node subject;
    private final Node predicate;
    private final Node object;
    private final boolean one;
    private int at;

    Found(Triple[] all, Triple pattern, boolean one, int from) {
      this.all = all;
      this.subject = pattern.getSubject();
      this.predicate = pattern.getPredicate();
      this.object = pattern.getObject();
      this.one = one;
      this.at = from - 1;
      go();
    }

    private void go() {
      for (at++; at < all.length; at++) {
        Triple t = all[at];
        if (one && !t.getSubject().equals(subject)) {
          at = all.length;
        } else if (fits(predicate, t.getPredicate()) && fits(object, t.getObject())) {
          return;
        }
      }
    }

    private static boolean fits(Node wanted, Node there) {
      return !wanted.isConcrete() || wanted.equals(there);
    }

    @Override
    public boolean hasNext() {
      return at < all.length;
    }

    @Override
    public Triple next() {
      if (at >= all.length) {
        throw new NoSuchElementException();
      }
      Triple t = all[at];
      go();
      return t;
    }
  }

  @Override
  public void performAdd(Triple triple) {
    if (!contains(triple)) {
      List<Triple> more = new ArrayList<>(Arrays.asList(triples));
      more.add(start(triple.getSubject()), triple);
      set(more);
    }
  }

  @Override
  public void performDelete(Triple triple) {
    List<Triple> fewer = new ArrayList<>(Arrays.asList(triples));
    if (fewer.remove(triple)) {
      set(fewer);
    }
  }

  private void set(List<Triple> changed) {
    triples = changed.toArray(Triple[]::new);
    starts = table(triples);
  }

  @Override
  protected int graphBaseSize() {
    return triples.length;
  }
}
