package org.w3id.chokepoint.mcp;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.serve.Texts;
import org.w3id.chokepoint.snapshot.Terms;

/**
 * A text that agents may read.
 *
 * @param uri its name, which need not lead anywhere
 * @param text made from a snapshot
 */
record Document(
    String uri, String name, String description, String type, Function<Served, String> text) {
  /**
   * The ontology, the description of the data set and example queries.
   *
   * @param queries folder of example queries, each with its question in the first line
   */
  static List<Document> all(Path queries) throws IOException {
    List<Document> all = new ArrayList<>();
    all.add(
        new Document(
            Terms.BASE + "ontology",
            "ontology",
            "Classes and properties with definitions, in Turtle.",
            "text/turtle",
            Document::ontology));
    all.add(
        new Document(
            Terms.BASE + ".well-known/void",
            "void",
            "What the data set holds, its size and downloads, in Turtle.",
            "text/turtle",
            served -> Texts.filled("void.ttl", served)));
    if (Files.isDirectory(queries)) {
      try (Stream<Path> files = Files.list(queries)) {
        for (Path file : files.filter(f -> f.toString().endsWith(".rq")).sorted().toList()) {
          all.add(query(file));
        }
      }
    }
    return all;
  }

  private static Document query(Path file) throws IOException {
    String text = Files.readString(file);
    String name = file.getFileName().toString().replace(".rq", "");
    String question = text.lines().findFirst().orElse("").replaceFirst("^#\\s*", "");
    return new Document(
        Terms.BASE + "query/" + name,
        "query " + name,
        question,
        "application/sparql-query",
        served -> text);
  }

  private static String ontology(Served served) {
    Graph graph = served.all().getGraph(NodeFactory.createURI(served.base() + Terms.ONTOLOGY));
    StringWriter out = new StringWriter();
    RDFWriter.source(graph).format(RDFFormat.TURTLE_PRETTY).build().output(out);
    return out.toString();
  }
}
