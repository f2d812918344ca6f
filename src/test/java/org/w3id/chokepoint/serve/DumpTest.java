package org.w3id.chokepoint.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.snapshot.Sample;
import org.w3id.chokepoint.snapshot.Snapshots;
import org.w3id.chokepoint.snapshot.Terms;

/** Dumps stay readable whatever an article gives as its address. */
class DumpTest {
  @TempDir Path root;

  @Test
  void anAddressWithSpacesAndBackslashesBreaksNoDump() {
    DatasetGraph data = Sample.asserted();
    Node graph = NodeFactory.createURI(Terms.BASE + "id/graph/article-moon-1");
    Node article = NodeFactory.createURI(Terms.BASE + "id/article/moon-1");
    Node address =
        NodeFactory.createLiteralDT(
            "https://news.example/a b\\c?d=\"e\"<f>\n|{g}", XSDDatatype.XSDanyURI);
    data.add(graph, article, Terms.schema("url"), address);
    Snapshots.at(root).publish(Sample.content(data));
    try (RunningServer server =
        ChokepointServer.start(ServeSettings.local(root, 0), Prover.ASSERTED_ONLY, Site.none())) {
      for (String name : Dump.EXPORTS.keySet()) {
        HttpResponse<String> dump = Client.of(server).get("/dump/" + name);
        assertEquals(200, dump.statusCode());
        if (!name.endsWith("csv")) {
          DatasetGraph read =
              RDFParser.fromString(dump.body(), RDFLanguages.filenameToLang(name)).toDatasetGraph();
          assertTrue(read.find(Node.ANY, article, Terms.schema("url"), address).hasNext(), name);
        }
      }
    }
  }
}
