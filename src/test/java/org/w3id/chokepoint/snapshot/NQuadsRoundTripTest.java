package org.w3id.chokepoint.snapshot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

class NQuadsRoundTripTest {
  private static final RDFDatatype DATATYPE = NodeFactory.getType("http://ex/type");

  @Property(tries = 500)
  void whatIsWrittenIsReadBack(@ForAll("literals") Set<Node> literals) throws IOException {
    Graph graph = GraphMemFactory.createDefaultGraph();
    Node subject = NodeFactory.createURI("http://ex/s");
    literals.forEach(
        o -> graph.add(Triple.create(subject, NodeFactory.createURI("http://ex/p"), o)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NQuads.write(graph, out);
    Graph read =
        RDFParser.source(new ByteArrayInputStream(out.toByteArray()))
            .lang(Lang.NTRIPLES)
            .checking(false)
            .toGraph();
    assertEquals(
        graph.stream().collect(Collectors.toSet()), read.stream().collect(Collectors.toSet()));
    Set<Triple> ours = new HashSet<>();
    new NQuadsReader((name, s, p, o) -> ours.add(Triple.create(s, p, o)))
        .read(new LineReader(new ByteArrayInputStream(out.toByteArray())));
    assertEquals(graph.stream().collect(Collectors.toSet()), ours);
  }

  @Provide
  Arbitrary<Set<Node>> literals() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withCharRange('\u0000', '\ud7ff')
            .withCharRange('\ue000', '\ufffd')
            .withChars('"', '\\', '\n', '\r', '\t', '\b', '\u007f')
            .ofMaxLength(20);
    Arbitrary<Node> plain = text.map(NodeFactory::createLiteralString);
    Arbitrary<Node> tagged = text.map(value -> NodeFactory.createLiteralLang(value, "zh-Hant"));
    Arbitrary<Node> typed = text.map(value -> NodeFactory.createLiteralDT(value, DATATYPE));
    Arbitrary<Node> names = text.map(value -> NodeFactory.createURI("http://ex/" + value));
    return Arbitraries.oneOf(plain, tagged, typed, names).set().ofMaxSize(8);
  }
}
