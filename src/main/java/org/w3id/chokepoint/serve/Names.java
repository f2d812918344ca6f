package org.w3id.chokepoint.serve;

import java.util.ArrayList;
import java.util.List;
import org.w3id.chokepoint.snapshot.Terms;

/** Between IRIs of the data and addresses on this host: the base goes off, or comes back on. */
public final class Names {
  private static final String LICENSE = "https://creativecommons.org/licenses/by/4.0/";

  private Names() {}

  /** The IRI that {@code /id/rest} names. */
  public static String iri(Served served, String rest) {
    return served.base() + "id/" + rest;
  }

  /**
   * Where a reader finds the page of an IRI: a path on this host for ours, the IRI itself for http
   * and https, and "" for anything else, which must not become a link.
   */
  public static String page(Served served, String iri) {
    String ours = served.base() + "id/";
    String ontology = Terms.BASE + "ontology";
    if (iri.startsWith(ours)) {
      return "/page/" + iri.substring(ours.length());
    } else if (iri.startsWith(ontology)) {
      return "/ontology" + iri.substring(ontology.length());
    }
    return iri.startsWith("https://") || iri.startsWith("http://") ? iri : "";
  }

  /** Signposting: what the document describes, its other forms and its licence. */
  public static String links(String iri, String name) {
    List<String> links = new ArrayList<>();
    links.add("<" + iri + ">; rel=\"describes\"");
    links.add("<" + LICENSE + ">; rel=\"license\"");
    links.add("</page/" + name + ">; rel=\"alternate\"; type=\"text/html\"");
    for (Rdf rdf : Rdf.values()) {
      links.add(
          "<"
              + "/data/"
              + name
              + "."
              + rdf.extension()
              + ">; rel=\"alternate\"; type=\""
              + rdf.type()
              + "\"");
    }
    return String.join(", ", links);
  }
}
