package org.w3id.chokepoint.serve;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.vocabulary.RDF;
import org.w3id.chokepoint.snapshot.Lookup;

/** Link headers that lead programs around a thing (signposting.org, RFC 8288). */
public final class Signposts {
  private static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

  private Signposts() {}

  /** For the thing itself, {@code /id/name}: where it is described, and what it is. */
  static Map<String, String> thing(Served served, String name) {
    List<String> links = types(served, name);
    for (Rdf rdf : Rdf.values()) {
      links.add("</data/" + name + rel(rdf, "describedby"));
    }
    return header(links);
  }

  /** For a document about it: what it describes, its other forms and its licence. */
  public static Map<String, String> document(Served served, String name) {
    List<String> links = types(served, name);
    links.add("<" + Names.iri(served, name) + ">; rel=\"describes\"");
    links.add("<" + LICENSE + ">; rel=\"license\"");
    links.add("</page/" + name + ">; rel=\"alternate\"; type=\"text/html\"");
    for (Rdf rdf : Rdf.values()) {
      links.add("</data/" + name + rel(rdf, "alternate"));
    }
    return header(links);
  }

  private static String rel(Rdf rdf, String relation) {
    return "." + rdf.extension() + ">; rel=\"" + relation + "\"; type=\"" + rdf.type() + "\"";
  }

  private static List<String> types(Served served, String name) {
    Node thing = NodeFactory.createURI(Names.iri(served, name));
    List<String> links = new ArrayList<>();
    new Lookup(served.asserted().getDefaultGraph())
        .objects(thing, RDF.type.asNode()).stream()
            .filter(Node::isURI)
            .limit(3)
            .forEach(type -> links.add("<" + type.getURI() + ">; rel=\"type\""));
    return links;
  }

  private static Map<String, String> header(List<String> links) {
    return Map.of("Link", String.join(", ", links));
  }
}
