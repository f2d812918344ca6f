package org.w3id.chokepoint.serve;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.query.TxnType;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.Prefixes;
import org.apache.jena.sparql.core.DatasetGraphCollection;
import org.apache.jena.sparql.core.GraphView;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.core.Transactional;
import org.apache.jena.sparql.core.TransactionalNull;
import org.apache.jena.sparql.graph.GraphReadOnly;
import org.jspecify.annotations.Nullable;

/**
 * Graphs that never change, so readers need no locks. Jena's own collection of graphs creates a
 * graph when one is asked for that it does not have, which a reader must not cause.
 */
final class FrozenDataset extends DatasetGraphCollection {
  private final Graph defaultGraph;
  private final Map<String, Graph> named = new TreeMap<>();
  private final Map<String, Node> names = new TreeMap<>();
  private final Transactional transactions = TransactionalNull.create();

  /** The graphs must not be written to afterwards. */
  FrozenDataset(Graph defaultGraph, Map<Node, Graph> graphs) {
    this.defaultGraph = new GraphReadOnly(defaultGraph);
    graphs.forEach(
        (name, graph) -> {
          named.put(name.toString(), new GraphReadOnly(graph));
          names.put(name.toString(), name);
        });
  }

  @Override
  public Graph getDefaultGraph() {
    return defaultGraph;
  }

  @Override
  public Graph getGraph(Node name) {
    if (Quad.isDefaultGraph(name)) {
      return defaultGraph;
    } else if (Quad.isUnionGraph(name)) {
      return GraphView.createUnionGraph(this);
    }
    Graph graph = named.get(name.toString());
    return graph == null ? GraphMemFactory.empty() : graph;
  }

  @Override
  public boolean containsGraph(Node name) {
    return Quad.isDefaultGraph(name)
        || Quad.isUnionGraph(name)
        || named.containsKey(name.toString());
  }

  @Override
  public Iterator<Node> listGraphNodes() {
    return names.values().iterator();
  }

  @Override
  public long size() {
    return named.size();
  }

  @Override
  public PrefixMap prefixes() {
    return Prefixes.adapt(defaultGraph.getPrefixMapping());
  }

  @Override
  public void addGraph(Node name, Graph graph) {
    throw new UnsupportedOperationException("this data never changes");
  }

  @Override
  public void removeGraph(Node name) {
    throw new UnsupportedOperationException("this data never changes");
  }

  @Override
  public void begin(TxnType type) {
    transactions.begin(type);
  }

  @Override
  public boolean promote(Promote mode) {
    return false;
  }

  @Override
  public void commit() {
    transactions.commit();
  }

  @Override
  public void abort() {
    transactions.abort();
  }

  @Override
  public void end() {
    transactions.end();
  }

  @Override
  public @Nullable ReadWrite transactionMode() {
    return transactions.transactionMode();
  }

  @Override
  public @Nullable TxnType transactionType() {
    return transactions.transactionType();
  }

  @Override
  public boolean isInTransaction() {
    return transactions.isInTransaction();
  }

  @Override
  public boolean supportsTransactions() {
    return true;
  }

  @Override
  public boolean supportsTransactionAbort() {
    return false;
  }
}
