package org.w3id.chokepoint.serve;

import java.util.Locale;
import org.apache.jena.fuseki.FusekiConfigException;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.sparql.core.DatasetGraph;

/** Data from an assembler file instead of a snapshot. */
final class Configured {
  private Configured() {}

  /** The datasets that a configured server calls {@code chokepoint…}, as our handlers see them. */
  static Served served(FusekiServer.Builder builder, Prover prover, Limits limits) {
    // Data behind a configuration changes between starts only, so the start names the state.
    String name = String.format(Locale.ROOT, "%012x", System.currentTimeMillis());
    return Served.of(
        name,
        dataset(builder, "/chokepoint", limits),
        dataset(builder, "/chokepoint-asserted", limits),
        prover);
  }

  private static DatasetGraph dataset(FusekiServer.Builder builder, String name, Limits limits) {
    DatasetGraph dataset = builder.getDataset(name);
    if (dataset == null) {
      throw new FusekiConfigException("there is no service " + name);
    }
    BoundedEngine.use(dataset.getContext(), limits);
    return dataset;
  }
}
