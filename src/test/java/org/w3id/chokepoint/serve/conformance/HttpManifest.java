package org.w3id.chokepoint.serve.conformance;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.RDFList;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.vocabulary.RDFS;

/** Reads manifests that write requests in the W3C vocabulary HTTP in RDF. */
final class HttpManifest {
  private static final String MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#";
  private static final String HT = "http://www.w3.org/2011/http#";
  private static final String CNT = "http://www.w3.org/2011/content#";
  private static final String UT = "http://www.w3.org/2009/sparql/tests/test-update#";
  private static final Map<String, String> STATUS =
      Map.of("OK", "200", "Created", "201", "NoContent", "204", "NotFound", "404");

  private HttpManifest() {}

  static List<Exchange.Case> read(Path manifest) {
    Model model = RDFDataMgr.loadModel(manifest.toUri().toString());
    return list(model.listObjectsOfProperty(ResourceFactory.createProperty(MF, "entries")).next())
        .stream()
        .map(RDFNode::asResource)
        .map(HttpManifest::theCase)
        .toList();
  }

  static List<RDFNode> list(RDFNode node) {
    return node.as(RDFList.class).asJavaList();
  }

  private static Exchange.Case theCase(Resource entry) {
    Map<String, String> graphs = new HashMap<>();
    for (RDFNode data : all(entry, UT + "graphData")) {
      graphs.put(
          data.asResource().getProperty(RDFS.label).getString(),
          one(data.asResource(), UT + "graph").orElseThrow().asResource().getURI());
    }
    List<Exchange> exchanges = new ArrayList<>();
    one(entry, MF + "action")
        .ifPresent(
            action ->
                list(one(action.asResource(), HT + "requests").orElseThrow())
                    .forEach(request -> exchanges.add(exchange(request.asResource()))));
    Set<String> requires =
        all(entry, MF + "requires").stream()
            .map(node -> node.asResource().getLocalName())
            .collect(Collectors.toSet());
    return new Exchange.Case(entry.getLocalName(), graphs, exchanges, requires);
  }

  private static Exchange exchange(Resource request) {
    Resource response = one(request, HT + "resp").orElseThrow().asResource();
    return new Exchange(
        text(request, HT + "methodName").orElseThrow(),
        text(request, HT + "absolutePath").orElseThrow(),
        headers(request),
        body(request),
        one(request, HT + "body")
            .flatMap(body -> text(body.asResource(), CNT + "characterEncoding"))
            .map(Charset::forName)
            .orElse(StandardCharsets.UTF_8),
        all(response, MF + "expectedStatus").stream()
            .map(node -> node.asResource().getLocalName())
            .map(name -> STATUS.getOrDefault(name, name.replace("StatusCode", "")))
            .collect(Collectors.toSet()),
        one(response, MF + "expectedBoolean").map(node -> node.asLiteral().getBoolean()),
        text(response, MF + "expectedFormat"),
        headers(response),
        body(response));
  }

  private static Optional<String> body(Resource message) {
    return one(message, HT + "body").flatMap(body -> text(body.asResource(), CNT + "chars"));
  }

  private static Map<String, String> headers(Resource message) {
    Map<String, String> headers = new HashMap<>();
    one(message, HT + "headers")
        .ifPresent(
            list ->
                list(list)
                    .forEach(
                        header ->
                            headers.put(
                                text(header.asResource(), HT + "fieldName")
                                    .orElseThrow()
                                    .toLowerCase(Locale.ROOT),
                                text(header.asResource(), HT + "fieldValue").orElseThrow())));
    return headers;
  }

  private static List<RDFNode> all(Resource subject, String property) {
    return subject
        .listProperties(ResourceFactory.createProperty(property))
        .mapWith(statement -> statement.getObject())
        .toList();
  }

  private static Optional<RDFNode> one(Resource subject, String property) {
    return all(subject, property).stream().findFirst();
  }

  private static Optional<String> text(Resource subject, String property) {
    return one(subject, property).map(node -> node.asLiteral().getLexicalForm());
  }
}
