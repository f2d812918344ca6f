package org.w3id.chokepoint.serve;

import jakarta.servlet.Filter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.rdf.model.Model;
import org.jspecify.annotations.Nullable;

/** Puts our filters, our query operation and our addresses into a Fuseki server. */
final class ChokepointModule implements FusekiModule {
  private final List<Filter> filters;
  private final GuardedQuery query;
  private final Map<String, Handler> handlers;
  private final Map<String, Service> services;
  private final Live live;

  ChokepointModule(
      List<Filter> filters,
      GuardedQuery query,
      Map<String, Handler> handlers,
      Map<String, Service> services,
      Live live) {
    this.filters = filters;
    this.query = query;
    this.handlers = handlers;
    this.services = services;
    this.live = live;
  }

  @Override
  public String name() {
    return "Chokepoint";
  }

  @Override
  public void prepare(
      FusekiServer.Builder builder, Set<String> datasets, @Nullable Model configuration) {
    filters.forEach(filter -> builder.addFilter("/*", filter));
    builder.registerOperation(Operation.Query, query);
    handlers.forEach(
        (path, handler) -> builder.addServlet(path, new HandlerServlet(live, handler)));
    services.forEach(
        (path, service) ->
            builder.addServlet(path, service.servlet(() -> live.bound().orElseThrow())));
    builder.addServlet("/health/*", new HealthServlet(live));
  }
}
