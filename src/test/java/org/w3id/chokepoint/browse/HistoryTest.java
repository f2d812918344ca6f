package org.w3id.chokepoint.browse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.vocabulary.RDFS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.serve.Client;
import org.w3id.chokepoint.serve.RunningServer;
import org.w3id.chokepoint.serve.SampleServer;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshot;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.snapshot.Terms;

class HistoryTest {
  private static final Node FACTS = id("graph/facts");
  private static final Node REFERENCE = id("graph/reference");
  private static final Node LUNAR = id("actor/lunar-devices");

  @TempDir Path root;

  private static Node id(String name) {
    return NodeFactory.createURI(Terms.BASE + "id/" + name);
  }

  /** A snapshot in which the company supplies these. */
  private Snapshot publish(String... customers) {
    DatasetGraph data = Sample.asserted();
    for (String customer : customers) {
      Node node = id("actor/" + customer);
      data.add(new Quad(FACTS, LUNAR, Terms.cp("suppliesTo"), node));
      data.add(
          new Quad(
              REFERENCE, node, RDFS.label.asNode(), NodeFactory.createLiteralString(customer)));
    }
    return Snapshots.at(root).publish(Sample.content(data));
  }

  @Test
  void itGoesBackOverFourSnapshotsOfWhichTwoAreGone() {
    List<Snapshot> all =
        List.of(
            publish(), publish("Ebb"), publish("Ebb", "Flood"), publish("Flood", "Neap", "Spring"));
    assertFalse(Files.exists(all.get(0).folder()));
    assertFalse(Files.exists(all.get(1).folder()));
    try (RunningServer server = SampleServer.withPages(root)) {
      Client client = Client.of(server);
      String page = client.get("/history/actor/lunar-devices", "Accept", "text/html").body();

      List<String> names = new ArrayList<>();
      List<Integer> facts = new ArrayList<>();
      Pattern row =
          Pattern.compile("<code>([0-9a-f]{12})</code>.*?<td class=\"count\">([0-9]+)</td>");
      for (MatchResult found :
          row.matcher(page.substring(0, page.indexOf("</table>"))).results().toList()) {
        names.add(found.group(1));
        facts.add(Integer.parseInt(found.group(2)));
      }
      assertEquals(all.reversed().stream().map(Snapshot::name).toList(), names, page);
      int now = facts.getFirst();
      assertEquals(List.of(now, now - 1, now - 2, now - 3), facts);

      String newest = section(page, 1);
      assertTrue(newest.contains("Newly held <span class=\"number\">2</span>"), newest);
      assertTrue(newest.contains("No longer held <span class=\"number\">1</span>"), newest);
      assertTrue(newest.contains("<bdi>Ebb</bdi>"), "gone, so told without a link: " + newest);
      assertTrue(section(page, 2).contains(">Flood</a>"), page);
      assertTrue(section(page, 3).contains("<bdi>Ebb</bdi>"), page);

      assertEquals(200, client.get("/history/actor/Ebb").statusCode(), "what is gone has a past");
      assertTrue(client.get("/history/actor/Ebb").body().contains("No longer held"));
      assertEquals(404, client.get("/history/actor/never").statusCode());
    }
  }

  private static String section(String page, int number) {
    String from = page.substring(page.indexOf("id=\"turn-" + number + "\""));
    int next = from.indexOf("id=\"turn-" + (number + 1) + "\"");
    return next < 0 ? from : from.substring(0, next);
  }
}
