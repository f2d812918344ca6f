package org.w3id.chokepoint.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which handler answers where. */
final class Routes {
  private Routes() {}

  /** Data for programs; where the site has a page for the same address, Accept decides. */
  static Map<String, Handler> with(Site site) {
    Map<String, Handler> routes = new LinkedHashMap<>();
    routes.put("/id/*", LinkedData::id);
    routes.put("/data/*", LinkedData::data);
    routes.put("/ontology/*", OntologyDocument::answer);
    for (Rdf rdf : Rdf.values()) {
      routes.put("/ontology." + rdf.extension(), OntologyDocument::answer);
    }
    routes.put("/context.jsonld", ContextDocument::answer);
    routes.put("/explain", Explain::answer);
    routes.put("/dump/*", Dump::answer);
    routes.put("/changes.json", ChangesDocument::json);
    routes.put("/changes.rdfp", ChangesDocument::patch);
    routes.put("/changes.atom", ChangesDocument::atom);
    routes.put("/.well-known/void", Texts.described("void.ttl", Signposts.dataset()));
    routes.put(NameStep.DESCRIPTION, Texts.described("service.ttl", Map.of()));
    routes.put("/robots.txt", Texts.filled("robots.txt", "text/plain"));
    routes.put("/llms.txt", Texts.plain("llms.txt", "text/markdown"));
    routes.put("/sitemap.xml", Texts::sitemap);
    site.pages().forEach((path, page) -> routes.merge(path, page, Routes::byAccept));
    return routes;
  }

  private static Handler byAccept(Handler data, Handler page) {
    List<String> offer = new ArrayList<>(List.of("application/json"));
    offer.addAll(Rdf.TYPES);
    offer.add("text/html");
    return question -> {
      String wanted = question.parameter("format").orElse(question.accept().best(offer).orElse(""));
      return wanted.endsWith("html") ? page.answer(question) : data.answer(question);
    };
  }
}
