package org.w3id.chokepoint.serve;

import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.w3id.chokepoint.snapshot.Snapshots;

/** Starts the server. */
public final class ChokepointServer {
  private ChokepointServer() {}

  /**
   * Listens, loads the current snapshot and returns when the first request can be answered. Until
   * then requests get 503.
   *
   * @throws StartFailure when there is nothing to serve or the port cannot be had
   */
  public static RunningServer start(ServeSettings settings, Prover prover, Site site) {
    JsonLdContexts.refuseRemote();
    Live live = new Live();
    ServeSettings.Limits limits = settings.limits();
    Snapshots snapshots = Snapshots.at(settings.snapshots());
    Watcher watcher = new Watcher(snapshots, prover, live, limits.poll());
    if (!watcher.hasSomething()) {
      throw StartFailure.nothingToServe(settings, watcher.refused());
    }
    ChokepointModule module =
        new ChokepointModule(
            List.of(
                new ErrorStep(site),
                new HeaderStep(),
                new SizeStep(limits.requestBytes()),
                new AdmissionStep(limits.concurrent(), limits.concurrentPerClient()),
                new BindingStep(live),
                new NameStep(!site.pages().isEmpty())),
            new GuardedQuery(limits),
            Routes.with(site),
            live);
    FusekiServer fuseki =
        FusekiServer.create()
            .port(settings.port())
            .fusekiModules(FusekiModules.create(new ArrayList<>(List.of(module))))
            .add("/chokepoint", service(new LiveDataset(live, Served::all, limits)))
            .add("/chokepoint-asserted", service(new LiveDataset(live, Served::asserted, limits)))
            .build();
    listen(fuseki.getJettyServer(), settings);
    try {
      fuseki.start();
    } catch (RuntimeException e) {
      throw StartFailure.cannotListen(settings, rootCause(e));
    }
    RunningServer running = new RunningServer(fuseki, watcher, live);
    try {
      watcher.start();
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
    return running;
  }

  private static DataService.Builder service(LiveDataset dataset) {
    return DataService.newBuilder(dataset)
        .addEndpoint(Endpoint.create(Operation.Query, ""))
        .addEndpoint(Endpoint.create(Operation.Query, "sparql"))
        .addEndpoint(Endpoint.create(Operation.GSP_R, "get"));
  }

  private static void listen(Server jetty, ServeSettings settings) {
    for (var connector : jetty.getConnectors()) {
      if (connector instanceof ServerConnector http) {
        http.setHost(settings.host());
        http.setIdleTimeout(60_000);
      }
    }
    Compression.wrap(jetty);
  }

  private static Throwable rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof BindException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
