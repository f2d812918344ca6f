package org.w3id.chokepoint.serve;

import jakarta.servlet.Filter;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModule;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.fuseki.mod.prometheus.FMod_Prometheus;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.shared.JenaException;
import org.apache.jena.sys.JenaSystem;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import org.w3id.chokepoint.snapshot.Snapshots;

/** Starts the server. */
public final class ChokepointServer {
  /** Bytes of an answer that Jetty gathers before it sends. */
  private static final int OUTPUT = 32 << 10;

  private ChokepointServer() {}

  /**
   * Loads what every server needs, whatever its settings: meant for a thread beside that which
   * reads them.
   */
  public static void prepare() {
    JenaSystem.init();
    FusekiServer.create();
  }

  /**
   * Listens, while it loads the data, and returns when the first request can be answered; until
   * then requests get 503. The data is the current snapshot, or what the configuration file of the
   * settings describes.
   *
   * @throws StartFailure when there is nothing to serve or the port cannot be had
   */
  public static RunningServer start(ServeSettings settings, Prover prover, Site site) {
    return start(settings, prover, site, Map.of());
  }

  /** The same with services of other protocols, each under its path and behind the same filters. */
  public static RunningServer start(
      ServeSettings settings, Prover prover, Site site, Map<String, Service> services) {
    JsonLdContexts.refuseRemote();
    RowsJson.register();
    Live live = new Live();
    return settings.config().isPresent()
        ? startConfigured(settings, settings.config().get(), prover, site, services, live)
        : startSnapshots(settings, prover, site, services, live);
  }

  private static RunningServer startSnapshots(
      ServeSettings settings, Prover prover, Site site, Map<String, Service> services, Live live) {
    Limits limits = settings.limits();
    Watcher watcher =
        new Watcher(
            Snapshots.at(settings.snapshots()),
            prover,
            site,
            live,
            Duration.ofMillis(limits.of(Limit.POLL)));
    watcher.begin();
    RunningServer running;
    try {
      FusekiServer fuseki =
          built(
              builder(settings, site, services, live)
                  .add("/chokepoint", service(new LiveDataset(live, Served::all, limits)))
                  .add(
                      "/chokepoint-asserted",
                      service(new LiveDataset(live, Served::asserted, limits))),
              settings);
      Snapshots.Found found = watcher.found();
      if (found.snapshot().isEmpty()) {
        throw StartFailure.nothingToServe(settings, found.refused());
      }
      running = new RunningServer(listening(fuseki, settings), watcher::close, live);
    } catch (RuntimeException e) {
      watcher.close();
      throw e;
    }
    try {
      watcher.start();
    } catch (RuntimeException e) {
      running.close();
      throw e;
    }
    return running;
  }

  private static RunningServer startConfigured(
      ServeSettings settings,
      Path config,
      Prover prover,
      Site site,
      Map<String, Service> services,
      Live live) {
    if (!Files.isReadable(config)) {
      throw StartFailure.badConfiguration(config, "cannot be read");
    }
    FusekiServer.Builder builder = builder(settings, site, services, live);
    try {
      builder.parseConfigFile(config);
      live.publish(Configured.served(builder, prover, settings.limits()));
    } catch (JenaException e) {
      throw StartFailure.badConfiguration(config, String.valueOf(e.getMessage()));
    }
    return new RunningServer(listening(built(builder, settings), settings), () -> {}, live);
  }

  private static FusekiServer.Builder builder(
      ServeSettings settings, Site site, Map<String, Service> services, Live live) {
    Limits limits = settings.limits();
    List<Filter> filters = new ArrayList<>();
    if (settings.watch().accessLog()) {
      filters.add(new AccessStep());
    }
    filters.addAll(
        List.of(
            new ErrorStep(site),
            new HeaderStep(),
            new SizeStep(limits.of(Limit.BODY)),
            new AdmissionStep(limits.of(Limit.CONCURRENT), limits.of(Limit.CONCURRENT_PER_CLIENT)),
            new BindingStep(live),
            new NameStep(!site.pages().isEmpty()),
            new ResultStep(limits.of(Limit.ANSWER))));
    ChokepointModule module =
        new ChokepointModule(filters, new GuardedQuery(limits), Routes.with(site), services, live);
    List<FusekiModule> modules = new ArrayList<>(List.of(module));
    Optional<Path> passwords = settings.watch().passwords();
    if (settings.watch().metrics() || passwords.isPresent()) {
      modules.add(FMod_Prometheus.create());
    }
    FusekiServer.Builder builder = FusekiServer.create();
    passwords.map(Passwords::from).ifPresent(builder::securityHandler);
    // More threads than requests in work, so that there is always one to say that all are taken.
    return builder
        .enablePing(passwords.isPresent())
        .enableStats(passwords.isPresent())
        .port(settings.port())
        .numServerThreads(8, 2 * limits.of(Limit.CONCURRENT) + 64)
        .fusekiModules(FusekiModules.create(modules));
  }

  private static DataService.Builder service(LiveDataset dataset) {
    return DataService.newBuilder(dataset)
        .addEndpoint(Endpoint.create(Operation.Query, ""))
        .addEndpoint(Endpoint.create(Operation.Query, "sparql"))
        .addEndpoint(Endpoint.create(Operation.GSP_R, "get"));
  }

  private static FusekiServer built(FusekiServer.Builder builder, ServeSettings settings) {
    FusekiServer fuseki = builder.build();
    Limits limits = settings.limits();
    Server jetty = fuseki.getJettyServer();
    for (Connector connector : jetty.getConnectors()) {
      if (connector instanceof ServerConnector http) {
        http.setHost(settings.host());
        http.setIdleTimeout(1000L * limits.of(Limit.IDLE));
        for (ConnectionFactory protocol : http.getConnectionFactories()) {
          if (protocol instanceof HttpConnectionFactory factory) {
            // A body that trickles in may not hold a thread.
            factory.getHttpConfiguration().setMinRequestDataRate(500);
            factory.getHttpConfiguration().setSendServerVersion(false);
            settings
                .publicUrl()
                .ifPresent(url -> factory.getHttpConfiguration().addCustomizer(new PublicUrl(url)));
            // Fuseki's 5 MB are taken and cleared for each answer.
            factory.getHttpConfiguration().setOutputBufferSize(OUTPUT);
          }
        }
      }
    }
    jetty.setErrorHandler(new TransportErrors());
    jetty
        .getDescendants(ContextHandler.class)
        .forEach(context -> context.setErrorHandler(new TransportErrors()));
    Compression.wrap(jetty);
    jetty.setHandler(new SendRate(jetty.getHandler(), limits.of(Limit.SEND_RATE)));
    return fuseki;
  }

  private static FusekiServer listening(FusekiServer fuseki, ServeSettings settings) {
    try {
      return fuseki.start();
    } catch (RuntimeException e) {
      throw StartFailure.cannotListen(settings, rootCause(e));
    }
  }

  private static Throwable rootCause(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null && !(cause instanceof BindException)) {
      cause = cause.getCause();
    }
    return cause;
  }
}
