package org.w3id.chokepoint.snapshot;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportTest {
  @TempDir static Path root;
  static Snapshot snapshot;
  static DatasetGraph quads;
  static Graph triples;

  @BeforeAll
  static void publish() {
    snapshot = Snapshots.at(root).publish(Sample.content());
    quads = Sample.asserted();
    Node inferred = NodeFactory.createURI(Terms.BASE + Terms.INFERRED);
    Sample.inferred().stream().forEach(triple -> quads.add(Quad.create(inferred, triple)));
    triples = GraphMemFactory.createDefaultGraph();
    quads.find().forEachRemaining(quad -> triples.add(quad.asTriple()));
  }

  private static byte[] export(Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Export.write(snapshot, format, out);
    return out.toByteArray();
  }

  private static RDFParser parser(Format format, Lang lang) throws IOException {
    return RDFParser.fromString(new String(export(format), StandardCharsets.UTF_8), lang).build();
  }

  @Test
  void tripleFormatsHoldEveryTriple() throws IOException {
    assertTrue(parser(Format.NT, Lang.NTRIPLES).toGraph().isIsomorphicWith(triples));
    assertTrue(parser(Format.TTL, Lang.TURTLE).toGraph().isIsomorphicWith(triples));
    assertTrue(parser(Format.RDFXML, Lang.RDFXML).toGraph().isIsomorphicWith(triples));
  }

  @Test
  void quadFormatsKeepTheGraphs() throws IOException {
    assertTrue(IsoMatcher.isomorphic(parser(Format.NQ, Lang.NQUADS).toDatasetGraph(), quads));
    assertTrue(IsoMatcher.isomorphic(parser(Format.TRIG, Lang.TRIG).toDatasetGraph(), quads));
    assertTrue(IsoMatcher.isomorphic(parser(Format.JSONLD, Lang.JSONLD11).toDatasetGraph(), quads));
  }

  @Test
  void rdf12ReifiesEachClaimWithoutAssertingIt() throws IOException {
    Graph graph = parser(Format.RDF12, Lang.TURTLE).toGraph();
    Node reifies = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies");
    List<Node> terms = new Lookup(graph).objects(Node.ANY, reifies);
    assertEquals(3, terms.size());
    assertTrue(terms.stream().allMatch(Node::isTripleTerm));
    assertEquals(triples.size() + 3, graph.size());
  }

  @Test
  void sameContentGivesSameBytes(@TempDir Path other) throws IOException {
    Snapshot again = Snapshots.at(other).publish(Sample.content());
    for (Format format :
        List.of(Format.NT, Format.NQ, Format.TTL, Format.TRIG, Format.RDF12, Format.CSV)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Export.write(again, format, out);
      assertArrayEquals(export(format), out.toByteArray(), format.name());
    }
  }

  @Test
  void tableHasARowForEachClaimAndRunsNoFormula() throws IOException {
    List<String> lines = new String(export(Format.CSV), StandardCharsets.UTF_8).lines().toList();
    assertEquals(4, lines.size());
    assertTrue(lines.get(1).contains(",Lunar Devices,"), lines.get(1));
    assertTrue(lines.get(1).contains(",certain,affirmed,realized,accepted,"), lines.get(1));
    assertTrue(lines.get(2).contains(",'=Tidewater,"), lines.get(2));
    assertTrue(lines.get(3).contains(",'=will sell,"), lines.get(3));
    assertTrue(lines.get(3).contains(",\"<b>Okoro</b> \"\"A\"\" & co\","), lines.get(3));
    assertTrue(lines.get(1).endsWith("2031-05-06,https://news.example/moon?id=1&x=2"));
  }
}
