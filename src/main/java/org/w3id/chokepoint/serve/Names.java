package org.w3id.chokepoint.serve;

import org.w3id.chokepoint.snapshot.Terms;

/** Between IRIs of the data and addresses on this host: the base goes off, or comes back on. */
public final class Names {
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
}
