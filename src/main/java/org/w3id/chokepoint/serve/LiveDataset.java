package org.w3id.chokepoint.serve;

import java.util.function.Function;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.util.Context;

/** A dataset that is, for each request, the one of the snapshot the request is bound to. */
final class LiveDataset extends DatasetGraphWrapper {
  private static final DatasetGraph NOTHING = DatasetGraphFactory.empty();

  private final Live live;
  private final Function<Served, DatasetGraph> part;

  LiveDataset(Live live, Function<Served, DatasetGraph> part, Limits limits) {
    super(NOTHING, context(limits));
    this.live = live;
    this.part = part;
  }

  private static Context context(Limits limits) {
    Context context = new Context();
    BoundedEngine.use(context, limits);
    return context;
  }

  @Override
  protected DatasetGraph get() {
    // Fuseki looks at the dataset once while it starts, when nothing is bound.
    return live.bound().map(part).orElse(NOTHING);
  }
}
