package org.w3id.chokepoint.listing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.atlas.io.IndentedLineBuffer;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFormatterTTL;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;
import org.apache.jena.vocabulary.SKOS;
import org.apache.jena.vocabulary.XSD;
import org.w3id.chokepoint.graph.Terms;
import org.w3id.chokepoint.mention.Ontology;

/** Turtle in the shape of {@code data/reference}: one block an entity, everything sorted. */
public final class TurtleFile {
  private static final Map<String, String> PREFIXES = new LinkedHashMap<>();
  private static final List<String> FIRST =
      List.of(RDF.type.getURI(), RDFS.label.getURI(), SKOS.altLabel.getURI());

  static {
    PREFIXES.put("cp", Ontology.NAMESPACE);
    for (String kind : List.of("actor", "event", "place", "policy")) {
      PREFIXES.put(kind, Terms.ID + kind + "/");
    }
    PREFIXES.put("rdfs", RDFS.getURI());
    PREFIXES.put("xsd", XSD.getURI());
    PREFIXES.put("skos", SKOS.getURI());
    PREFIXES.put("dcterms", DCTerms.getURI());
  }

  private final NodeFormatterTTL format;

  private TurtleFile() {
    PrefixMap prefixes = PrefixMapFactory.create();
    PREFIXES.forEach(prefixes::add);
    format = new NodeFormatterTTL(null, prefixes);
  }

  /** The whole file; the same graph gives the same text. */
  public static String of(ListFile list, Graph graph) {
    TurtleFile file = new TurtleFile();
    StringBuilder out = new StringBuilder();
    out.append("# Listed parties. Licence: CC BY 4.0.\n# Sources: ")
        .append(list.title())
        .append(" (a work of the U.S. government, public domain), file ")
        .append(list.file())
        .append("; made by ./chokepoint import\n");
    PREFIXES.forEach((p, iri) -> out.append("@prefix %s: <%s> .\n".formatted(p, iri)));
    graph.stream()
        .collect(
            Collectors.groupingBy(
                t -> file.text(t.getSubject()), TreeMap::new, Collectors.toList()))
        .forEach((subject, triples) -> out.append('\n').append(file.block(subject, triples)));
    return out.toString();
  }

  private String block(String subject, List<Triple> triples) {
    Map<Node, List<String>> values =
        triples.stream()
            .collect(
                Collectors.groupingBy(
                    Triple::getPredicate,
                    () -> new TreeMap<>(Comparator.comparing(TurtleFile::rank)),
                    Collectors.mapping(t -> text(t.getObject()), Collectors.toList())));
    return values.entrySet().stream()
        .map(
            e ->
                predicate(e.getKey())
                    + " "
                    + e.getValue().stream().sorted().collect(Collectors.joining(", ")))
        .collect(Collectors.joining(" ;\n    ", subject + " ", " .\n"));
  }

  private String predicate(Node node) {
    return node.equals(RDF.type.asNode()) ? "a" : text(node);
  }

  private static String rank(Node predicate) {
    int at = FIRST.indexOf(predicate.getURI());
    return (at < 0 ? FIRST.size() : at) + predicate.getURI();
  }

  private String text(Node node) {
    IndentedLineBuffer out = new IndentedLineBuffer();
    format.format(out, node);
    return out.toString();
  }
}
