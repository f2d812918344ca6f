package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshots;

/** Absolute links behind a proxy, and without one. */
class PublicUrlTest {
  @TempDir Path root;

  @Test
  void absoluteLinksStartAtTheProxyAndForwardedHeadersAreNotBelieved() {
    Snapshots.at(root).publish(Sample.content());
    ServeSettings settings = ServeSettings.local(root, 0);
    try (RunningServer server =
        ChokepointServer.start(
            settings.behind(URI.create("https://data.example")),
            Prover.ASSERTED_ONLY,
            Site.none())) {
      Client client = Client.of(server);
      String description = client.get("/.well-known/void?format=nt").body();
      assertTrue(description.contains("<https://data.example/sparql>"), description);
      assertFalse(description.contains("http://127.0.0.1"), description);
      String sitemap = client.get("/sitemap.xml").body();
      assertTrue(
          sitemap.contains("<loc>https://data.example/page/actor/lunar-devices</loc>"), sitemap);
      assertTrue(
          client.get("/robots.txt").body().contains("Sitemap: https://data.example/sitemap.xml"));
      assertEquals(404, client.get("/sitemap.xml?page=2").statusCode());
    }
    try (RunningServer server =
        ChokepointServer.start(settings, Prover.ASSERTED_ONLY, Site.none())) {
      String description =
          Client.of(server)
              .get(
                  "/.well-known/void?format=nt",
                  "X-Forwarded-Host",
                  "evil.example",
                  "X-Forwarded-Proto",
                  "https",
                  "Forwarded",
                  "host=evil.example")
              .body();
      assertFalse(description.contains("evil"), description);
      assertTrue(description.contains("<http://127.0.0.1:" + server.port() + "/sparql>"));
    }
  }
}
