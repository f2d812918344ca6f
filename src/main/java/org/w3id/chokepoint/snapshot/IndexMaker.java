package org.w3id.chokepoint.snapshot;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/** Takes the quads of a dump and puts them in order. */
final class IndexMaker {
  private final TermTable terms = new TermTable();
  private final Node inferredName;
  private int[] graphs = new int[1 << 12];
  private int[] subjects = new int[1 << 12];
  private int[] predicates = new int[1 << 12];
  private int[] objects = new int[1 << 12];
  private int size;
  private int asserted;

  IndexMaker(String inferredName) {
    this.inferredName = NodeFactory.createURI(inferredName);
  }

  /** Adds a quad; all of them come before what is inferred. */
  void asserted(@Nullable Node graph, Node subject, Node predicate, Node object) {
    int listed = graph == null || graph.equals(inferredName) ? TripleTable.ANY : terms.add(graph);
    add(listed, subject, predicate, object);
    asserted = size;
  }

  void inferred(Node subject, Node predicate, Node object) {
    add(terms.add(inferredName), subject, predicate, object);
  }

  private void add(int graph, Node subject, Node predicate, Node object) {
    if (size == graphs.length) {
      int more = Math.addExact(size, size / 2);
      graphs = Arrays.copyOf(graphs, more);
      subjects = Arrays.copyOf(subjects, more);
      predicates = Arrays.copyOf(predicates, more);
      objects = Arrays.copyOf(objects, more);
    }
    graphs[size] = graph;
    subjects[size] = terms.add(subject);
    predicates[size] = terms.add(predicate);
    objects[size] = terms.add(object);
    size++;
  }

  Indexed made() {
    int last = terms.add(inferredName);
    int[] order = order();
    int[] positions = new int[size];
    int count = 0;
    for (int i = 0; i < size; i++) {
      count += i > 0 && same(order[i - 1], order[i]) ? 0 : 1;
      positions[order[i]] = count - 1;
    }
    int[][] triples = new int[3][count];
    long[] marks = new long[(count + Long.SIZE - 1) / Long.SIZE];
    for (int quad : order) {
      int at = positions[quad];
      triples[0][at] = subjects[quad];
      triples[1][at] = predicates[quad];
      triples[2][at] = objects[quad];
      marks[at >>> 6] |= quad < asserted ? 1L << at : 0;
    }
    TripleTable table = TripleTable.of(triples[0], triples[1], triples[2], terms.size());
    return graphs(order, positions, last, table, marks);
  }

  /** All quads by subject, predicate, object. */
  private int[] order() {
    int[] starts = new int[terms.size() + 1];
    int[] order = TripleTable.identity(size);
    for (int[] keys : new int[][] {objects, predicates, subjects}) {
      order = TripleTable.sorted(order, Arrays.copyOf(keys, size), starts);
    }
    return order;
  }

  private boolean same(int one, int other) {
    return subjects[one] == subjects[other]
        && predicates[one] == predicates[other]
        && objects[one] == objects[other];
  }

  /** Lists the positions of each graph, the inferences last. */
  private Indexed graphs(
      int[] order, int[] positions, int inferred, TripleTable table, long[] marks) {
    Map<Integer, Integer> places = new LinkedHashMap<>();
    for (int i = 0; i < asserted; i++) {
      if (graphs[i] != TripleTable.ANY) {
        places.putIfAbsent(graphs[i], places.size());
      }
    }
    places.put(inferred, places.size());
    int[] names = places.keySet().stream().mapToInt(Integer::intValue).toArray();
    int[] starts = new int[names.length + 1];
    for (int i = 0; i < size; i++) {
      if (graphs[i] != TripleTable.ANY) {
        starts[places.getOrDefault(graphs[i], 0) + 1]++;
      }
    }
    Arrays.parallelPrefix(starts, Integer::sum);
    int[] next = starts.clone();
    int[] members = new int[starts[names.length]];
    for (int quad : order) {
      if (graphs[quad] != TripleTable.ANY) {
        members[next[places.getOrDefault(graphs[quad], 0)]++] = positions[quad];
      }
    }
    return new Indexed(terms, table, marks, names, starts, members, false);
  }
}
