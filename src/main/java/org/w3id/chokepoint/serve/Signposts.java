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
  private static final String COLLECTION =
      "</.well-known/void>; rel=\"collection\"; type=\"text/turtle\"";

  private Signposts() {}

  /** For the thing itself, {@code /id/name}: where it is described, and what it is. */
  static Map<String, String> thing(Served served, String name) {
    List<String> links = types(served, name);
    for (Rdf rdf : Rdf.values()) {
      links.add("</data/" + name + rel(rdf, "describedby"));
    }
    links.add("<" + LICENSE + ">; rel=\"license\"");
    links.add(COLLECTION);
    return header(links);
  }

  /** For the data set: its files are its items. */
  static Map<String, String> dataset() {
    List<String> links = new ArrayList<>(List.of("<" + LICENSE + ">; rel=\"license\""));
    Dump.EXPORTS.forEach(
        (file, format) ->
            links.add("</dump/" + file + ">; rel=\"item\"; type=\"" + format.type() + "\""));
    for (Rdf rdf : Rdf.values()) {
      links.add(
          "</.well-known/void?format="
              + rdf.extension()
              + ">; rel=\"alternate\"; type=\""
              + rdf.type()
              + "\"");
    }
    return header(links);
  }

  /** For a document about it: what it describes, its other forms and its licence. */
  public static Map<String, String> document(Served served, String name) {
    List<String> links = types(served, name);
    links.add("<" + Names.iri(served, name) + ">; rel=\"describes\"");
    links.add("<" + LICENSE + ">; rel=\"license\"");
    links.add(COLLECTION);
    links.add("</page/" + name + ">; rel=\"alternate\"; type=\"text/html\"");
    for (Rdf rdf : Rdf.values()) {
      links.add("</data/" + name + rel(rdf, "alternate"));
    }
    return header(links);
  }

  /** For one page of such a document: also the pages before and after it. */
  static Map<String, String> page(Served served, String name, Rdf rdf, Description described) {
    List<String> links = new ArrayList<>(List.of(document(served, name).get("Link")));
    String address = "</data/" + name + "." + rdf.extension() + "?page=";
    if (described.page() > 1) {
      links.add(address + (described.page() - 1) + ">; rel=\"prev\"");
    }
    if (described.page() < described.pages()) {
      links.add(address + (described.page() + 1) + ">; rel=\"next\"");
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
