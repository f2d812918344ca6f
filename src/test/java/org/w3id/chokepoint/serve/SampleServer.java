package org.w3id.chokepoint.serve;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apache.jena.sparql.core.DatasetGraph;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.w3id.chokepoint.browse.Browse;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshots;

/** A server on the sample for all tests of a class, and the client to ask it with. */
public final class SampleServer extends Client implements BeforeAllCallback, AfterAllCallback {
  private final DatasetGraph data;
  private final Site site;
  private final UnaryOperator<ServeSettings> settings;
  private @Nullable RunningServer server;

  private SampleServer(DatasetGraph data, Site site, UnaryOperator<ServeSettings> settings) {
    this.data = data;
    this.site = site;
    this.settings = settings;
  }

  /** Standard limits, no pages. */
  public static SampleServer standard() {
    return new SampleServer(Sample.asserted(), Site.none(), start -> start);
  }

  /** A server with pages on snapshots that a test has published itself, for it to close. */
  public static RunningServer withPages(Path root) {
    ServeSettings start = ServeSettings.local(root, 0);
    return ChokepointServer.start(
        start, Prover.ASSERTED_ONLY, new Browse(start.limits(), Path.of("ontology/queries")));
  }

  public SampleServer with(Limits limits) {
    return new SampleServer(data, site, start -> settings.apply(start).with(limits));
  }

  public SampleServer with(ServeSettings.Watch watch) {
    return new SampleServer(data, site, start -> settings.apply(start).with(watch));
  }

  public SampleServer with(DatasetGraph other) {
    return new SampleServer(other, site, settings);
  }

  public SampleServer with(Site pages) {
    return new SampleServer(data, pages, settings);
  }

  public RunningServer server() {
    return Objects.requireNonNull(server);
  }

  @Override
  int port() {
    return server().port();
  }

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    Path root = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "sample-");
    Snapshots.at(root).publish(Sample.content(data));
    server =
        ChokepointServer.start(
            settings.apply(ServeSettings.local(root, 0)), Prover.ASSERTED_ONLY, site);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    server().close();
  }
}
