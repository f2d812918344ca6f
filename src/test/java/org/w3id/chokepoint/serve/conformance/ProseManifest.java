package org.w3id.chokepoint.serve.conformance;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDFS;

/** Reads the older manifest, whose requests and answers are text in a comment. */
final class ProseManifest {
  private static final String ENTRIES =
      "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#entries";

  private ProseManifest() {}

  static List<Exchange.Case> read(Path manifest) {
    Model model = RDFDataMgr.loadModel(manifest.toUri().toString());
    List<Exchange.Case> cases = new ArrayList<>();
    for (RDFNode entry :
        HttpManifest.list(
            model.listObjectsOfProperty(ResourceFactory.createProperty(ENTRIES)).next())) {
      String prose =
          entry
              .asResource()
              .listProperties(RDFS.comment)
              .mapWith(s -> s.getString())
              .toList()
              .stream()
              .filter(text -> text.contains("#### Request"))
              .findFirst()
              .orElseThrow();
      Resource name = entry.asResource();
      cases.add(
          new Exchange.Case(
              name.getLocalName(), Map.of(), List.of(exchange(prose.stripIndent())), Set.of()));
    }
    return cases;
  }

  private static Exchange exchange(String prose) {
    String[] halves = prose.split("#### Response", 2);
    Message request = Message.read(halves[0].replace("#### Request", ""));
    Message response = Message.read(halves[1]);
    String[] line = request.first().split(" ");
    String path =
        line[1].replaceFirst("^\\$GRAPHSTORE\\$", "/gsp").replace("$NEWPATH$", "$LOCATION$");
    return new Exchange(
        line[0],
        path,
        request.headers(),
        request.body(),
        StandardCharsets.UTF_8,
        Set.of(response.first().split(" ")[0]),
        Optional.empty(),
        Optional.empty(),
        response.headers(),
        response.body());
  }

  private record Message(String first, Map<String, String> headers, Optional<String> body) {
    static Message read(String text) {
      List<String> lines = text.strip().lines().map(String::strip).toList();
      Map<String, String> headers = new HashMap<>();
      int at = 1;
      for (; at < lines.size() && !lines.get(at).isEmpty(); at++) {
        String[] parts = lines.get(at).split(":", 2);
        headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
      }
      String body = String.join("\n", lines.subList(at, lines.size())).strip();
      headers.keySet().removeAll(Set.of("host", "content-length"));
      return new Message(
          lines.get(0), headers, body.isEmpty() ? Optional.empty() : Optional.of(body));
    }
  }
}
