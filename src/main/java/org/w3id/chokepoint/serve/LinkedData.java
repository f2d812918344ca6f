package org.w3id.chokepoint.serve;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Linked data by content negotiation: {@code /id/x} is the thing and sends the client on with 303
 * to {@code /page/x} for people or {@code /data/x.ttl} and its like for programs.
 */
final class LinkedData {
  private LinkedData() {}

  /** {@code /id/…}: see other. */
  static Reply id(Question question) {
    String rest = question.rest("/id/");
    Node thing = NodeFactory.createURI(Names.iri(question.served(), rest));
    if (!question.served().knows(thing)) {
      return question.served().missing(rest);
    }
    Optional<String> format = question.parameter("format");
    if (format.isPresent()) {
      return format.get().equals("html")
          ? see(question, "/page/" + rest)
          : Rdf.named(format.get())
              .map(rdf -> see(question, data(rest, rdf)))
              .orElse(unknownFormat());
    }
    List<String> offer = new ArrayList<>(Rdf.TYPES);
    offer.add("text/html");
    offer.add("application/xhtml+xml");
    return question
        .accept()
        .best(offer)
        .map(
            type ->
                Rdf.named(type)
                    .map(rdf -> see(question, data(rest, rdf)))
                    .orElse(see(question, "/page/" + rest)))
        .orElse(new Reply.Failure(Problem.of(406, "Offered: " + String.join(", ", offer) + ".")));
  }

  /** {@code /data/x.ext}: the description in one format. */
  static Reply data(Question question) {
    String rest = question.rest("/data/");
    int dot = rest.lastIndexOf('.');
    Optional<Rdf> rdf = dot < 0 ? Optional.empty() : Rdf.named(rest.substring(dot + 1));
    if (rdf.isEmpty()) {
      return unknownFormat();
    }
    String name = rest.substring(0, dot);
    Node thing = NodeFactory.createURI(Names.iri(question.served(), name));
    Description described = describe(thing, question.served(), question.page());
    if (!described.statements().isEmpty()) {
      return rdf.get()
          .reply(
              described.statements(),
              Signposts.page(question.served(), name, rdf.get(), described));
    }
    return question.page() > described.pages()
        ? Reply.notFound(name + " has " + described.pages() + " pages.")
        : question.served().missing(name);
  }

  private static Description describe(Node thing, Served served, int page) {
    return served.all().containsGraph(thing)
        ? Description.of(served.all().getGraph(thing), page)
        : Description.of(thing, served.triples(), page);
  }

  private static Reply see(Question question, String location) {
    Map<String, String> headers =
        new HashMap<>(Signposts.thing(question.served(), question.rest("/id/")));
    headers.put("Vary", "Accept");
    return new Reply.Redirect(303, location, headers);
  }

  private static String data(String rest, Rdf rdf) {
    return "/data/" + rest + "." + rdf.extension();
  }

  private static Reply unknownFormat() {
    return Reply.notFound("Formats are ttl, jsonld, nt and rdf.");
  }
}
