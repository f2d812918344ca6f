package org.w3id.chokepoint.serve;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.w3id.chokepoint.reason.Proofs;
import org.w3id.chokepoint.snapshot.Indexed;
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
 * @param catalogue made when the first client asks for what is not there
 */
public record Served(
    String name,
    Optional<Snapshot> snapshot,
    String base,
    DatasetGraph all,
    DatasetGraph asserted,
    Graph inferred,
    Supplier<Proofs> proofs,
    Supplier<Catalogue> catalogue) {

  /** Loads a snapshot. */
  public static Served of(Snapshot snapshot, Prover prover) {
    return of(snapshot, Indexed.of(snapshot), prover);
  }

  /** Arranges what was loaded of a snapshot into the two datasets. */
  static Served of(Snapshot snapshot, Indexed indexed, Prover prover) {
    String base = snapshot.manifest().base();
    Graph closure = indexed.all();
    Graph union = indexed.asserted();
    Map<Node, Graph> named = indexed.named();
    DatasetGraph all = new FrozenDataset(closure, named);
    named.remove(NodeFactory.createURI(base + Terms.INFERRED));
    return new Served(
        snapshot.name(),
        Optional.of(snapshot),
        base,
        all,
        new FrozenDataset(union, named),
        indexed.inferred(),
        Memo.of(() -> prover.over(union)),
        Memo.of(() -> Catalogue.of(closure, base, Optional.of(snapshot))));
  }

  /**
   * Data that a configuration file gave, for example a TDB2 database.
   *
   * @param all its default graph, or the union of its named graphs where that is empty, holds the
   *     asserted and inferred triples
   */
  static Served of(String name, DatasetGraph all, DatasetGraph asserted, Prover prover) {
    Graph inferred = all.getGraph(NodeFactory.createURI(Terms.BASE + Terms.INFERRED));
    DatasetGraph whole = new WithDefaultGraph(all);
    DatasetGraph part = new WithDefaultGraph(asserted);
    return new Served(
        name,
        Optional.empty(),
        Terms.BASE,
        whole,
        part,
        inferred,
        Memo.of(() -> prover.over(part.getDefaultGraph())),
        Memo.of(() -> Catalogue.of(whole.getDefaultGraph(), Terms.BASE, Optional.empty())));
  }

  /** Shows the union of the named graphs as default graph where there is no other. */
  private static final class WithDefaultGraph extends DatasetGraphWrapper {
    WithDefaultGraph(DatasetGraph data) {
      super(data);
    }

    @Override
    public Graph getDefaultGraph() {
      Graph own = super.getDefaultGraph();
      return own.isEmpty() ? getUnionGraph() : own;
    }
  }

  /** Does {@code work} in read transactions on both datasets. */
  void reading(Work work) throws IOException {
    all.begin(TxnType.READ);
    try {
      asserted.begin(TxnType.READ);
      try {
        work.run();
      } finally {
        asserted.end();
      }
    } finally {
      all.end();
    }
  }

  /** Something to do with the data. */
  @FunctionalInterface
  interface Work {
    void run() throws IOException;
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

  /** The answer for a name that nothing is known about, such as {@code actor/huawey}. */
  public Reply missing(String name) {
    return new Reply.Failure(catalogue.get().missing(name));
  }

  /** Whether a triple is in the data or the ontology, not only inferred. */
  public boolean asserts(Triple triple) {
    return asserted.getDefaultGraph().contains(triple);
  }
}
