package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.snapshot.Terms;

/** Names under which there is nothing, or no longer. */
class MissingTest {
  @TempDir Path root;

  @Test
  void aWrongNameLeadsToTheRightOneAndADroppedOneIsGone() {
    DatasetGraph old = Sample.asserted();
    Node dropped = NodeFactory.createURI(Terms.BASE + "id/actor/selenite");
    old.add(
        NodeFactory.createURI(Terms.BASE + "id/graph/reference"),
        dropped,
        Terms.cp("basedIn"),
        NodeFactory.createURI(Terms.BASE + "id/place/maridia"));
    Snapshots.at(root).publish(Sample.content(old));
    Snapshots.at(root).publish(Sample.content());
    try (RunningServer server = SampleServer.withPages(root)) {
      Client client = Client.of(server);
      for (String path : new String[] {"/id/actor/%s", "/data/actor/%s.ttl", "/page/actor/%s"}) {
        HttpResponse<String> wrong = client.get(path.formatted("okorro"));
        assertEquals(404, wrong.statusCode(), path);
        assertTrue(wrong.body().contains("\"/id/actor/okoro\""), wrong.body());
        HttpResponse<String> gone = client.get(path.formatted("selenite"));
        assertEquals(410, gone.statusCode(), path);
        assertEquals(404, client.get(path.formatted("zzzzzz")).statusCode(), path);
      }
      String page = client.get("/page/actor/okorro", "Accept", "text/html").body();
      assertTrue(page.contains("<a href=\"/page/actor/okoro\">"), page);
    }
  }
}
