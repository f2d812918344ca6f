package org.w3id.chokepoint.serve;

import java.util.Iterator;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.jspecify.annotations.Nullable;
import org.w3id.chokepoint.reason.Proofs;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * A snapshot in memory, ready to answer; never changed after it was built, so any number of threads
 * read it.
 *
 * @param name the snapshot's name
 * @param snapshot where it came from; empty when a configuration file gave the data
 * @param base where the data's IRIs start
 * @param all default graph = asserted and inferred triples; named graphs as published, and the
 *     inferences under their own name
 * @param asserted default graph = asserted triples; named graphs as published
 * @param inferred the inferences alone
 * @param proofs made on first use, as most servers are never asked for one
 */
public record Served(
    String name,
    Optional<Snapshot> snapshot,
    String base,
    DatasetGraph all,
    DatasetGraph asserted,
    Graph inferred,
    Supplier<Proofs> proofs) {

  /** Loads a snapshot. */
  public static Served of(Snapshot snapshot, Prover prover) {
    return of(
        snapshot.name(),
        Optional.of(snapshot),
        snapshot.manifest().base(),
        snapshot.readAsserted(),
        snapshot.readInferred(),
        prover);
  }

  /** Arranges named graphs and inferences into the two datasets. */
  static Served of(
      String name,
      Optional<Snapshot> snapshot,
      String base,
      DatasetGraph graphs,
      Graph inferred,
      Prover prover) {
    Graph union = GraphMemFactory.createDefaultGraph();
    Graph closure = GraphMemFactory.createDefaultGraph();
    graphs.stream().forEach(quad -> union.add(quad.asTriple()));
    union.stream().forEach(closure::add);
    inferred.stream().forEach(closure::add);
    DatasetGraph all = DatasetGraphFactory.create(new GraphReadOnly(closure));
    DatasetGraph asserted = DatasetGraphFactory.create(new GraphReadOnly(union));
    Node inferredName = NodeFactory.createURI(base + Terms.INFERRED);
    for (Iterator<Node> names = graphs.listGraphNodes(); names.hasNext(); ) {
      Node graph = names.next();
      if (!graph.equals(inferredName)) {
        all.addGraph(graph, new GraphReadOnly(graphs.getGraph(graph)));
        asserted.addGraph(graph, new GraphReadOnly(graphs.getGraph(graph)));
      }
    }
    all.addGraph(inferredName, new GraphReadOnly(inferred));
    return new Served(
        name, snapshot, base, all, asserted, inferred, Memo.of(() -> prover.over(union)));
  }

  /** The asserted and inferred triples. */
  public Graph triples() {
    return all.getDefaultGraph();
  }

  /** Whether anything is said about a thing, in either direction, or it is a named graph. */
  public boolean knows(Node thing) {
    Graph data = triples();
    return data.contains(thing, Node.ANY, Node.ANY)
        || data.contains(Node.ANY, Node.ANY, thing)
        || all.containsGraph(thing);
  }

  /** Whether a triple is in the data or the ontology, not only inferred. */
  public boolean asserts(Triple triple) {
    return asserted.getDefaultGraph().contains(triple);
  }

  private static final class Memo<T extends Object> implements Supplier<T> {
    private final Supplier<T> source;
    private volatile @Nullable T value;

    private Memo(Supplier<T> source) {
      this.source = source;
    }

    static <T extends Object> Supplier<T> of(Supplier<T> source) {
      return new Memo<>(source);
    }

    @Override
    public synchronized T get() {
      T known = value;
      if (known == null) {
        known = source.get();
        value = known;
      }
      return known;
    }
  }
}
