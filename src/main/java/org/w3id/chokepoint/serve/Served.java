package org.w3id.chokepoint.serve;

import java.io.IOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.graph.compose.Difference;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
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
    return of(
        snapshot.name(),
        Optional.of(snapshot),
        snapshot.manifest().base(),
        snapshot.readAsserted(),
        snapshot.readInferred(),
        prover);
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

  /** Arranges named graphs and inferences into the two datasets. */
  static Served of(
      String name,
      Optional<Snapshot> snapshot,
      String base,
      DatasetGraph graphs,
      Graph inferred,
      Prover prover) {
    // One graph for what most ask, and less it what few do: a union of two would look twice.
    Graph closure = GraphMemFactory.createDefaultGraph();
    graphs.stream().forEach(quad -> closure.add(quad.asTriple()));
    Graph added = without(inferred, closure);
    added.stream().forEach(closure::add);
    Graph union =
        new Difference(closure, added) {
          @Override
          protected int graphBaseSize() {
            return closure.size() - added.size();
          }
        };
    Map<Node, Graph> named = new HashMap<>();
    for (Iterator<Node> names = graphs.listGraphNodes(); names.hasNext(); ) {
      Node graph = names.next();
      named.put(graph, graphs.getGraph(graph));
    }
    Node inferredName = NodeFactory.createURI(base + Terms.INFERRED);
    named.remove(inferredName);
    DatasetGraph asserted = new FrozenDataset(union, named);
    named.put(inferredName, inferred);
    DatasetGraph all = new FrozenDataset(closure, named);
    return new Served(
        name,
        snapshot,
        base,
        all,
        asserted,
        inferred,
        Memo.of(() -> prover.over(union)),
        Memo.of(() -> Catalogue.of(closure, base, snapshot)));
  }

  /** Inferences that are not asserted as well: most often all of them, then not copied. */
  private static Graph without(Graph inferred, Graph asserted) {
    if (inferred.stream().noneMatch(asserted::contains)) {
      return inferred;
    }
    Graph rest = GraphMemFactory.createDefaultGraph();
    inferred.stream().filter(triple -> !asserted.contains(triple)).forEach(rest::add);
    return rest;
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
