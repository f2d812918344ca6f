package org.w3id.chokepoint.serve.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3id.chokepoint.serve.ChokepointServer;
import org.w3id.chokepoint.serve.Client;
import org.w3id.chokepoint.serve.Limit;
import org.w3id.chokepoint.serve.Limits;
import org.w3id.chokepoint.serve.Prover;
import org.w3id.chokepoint.serve.RunningServer;
import org.w3id.chokepoint.serve.ServeSettings;
import org.w3id.chokepoint.serve.Site;

/**
 * The W3C's cases for the SPARQL 1.1 protocols, over HTTP against the running server. Writes are
 * refused by the server and made by publishing a snapshot; what is then read has to be right.
 */
class ConformanceTest {
  private static final Path SUITES = Path.of("../shared/conformance/sparql11");
  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";

  /** Where the writer puts a graph that a POST creates. */
  private static final String NEW = "/gsp/new/1";

  @TempDir Path folder;

  /** What became of the cases of a suite. */
  private record Score(List<String> passed, Map<String, String> leftOut, List<String> failed) {
    static Score empty() {
      return new Score(new ArrayList<>(), new TreeMap<>(), new ArrayList<>());
    }
  }

  @Test
  void theReadHalfPassesAndEachOtherCaseHasItsReason() throws Exception {
    assumeTrue(Files.isDirectory(SUITES), SUITES + " is not here; the W3C cases are skipped");
    Map<String, Score> scores = new LinkedHashMap<>();
    Writer writer = new Writer(folder);
    writer.reset(Map.of());
    writer.publish();
    Limits limits = Limits.standard().with(Limit.POLL, 5);
    try (RunningServer server =
        ChokepointServer.start(
            ServeSettings.local(folder, 0).with(limits), Prover.ASSERTED_ONLY, Site.none())) {
      scores.put("protocol", http(server, writer, "protocol/manifest.ttl"));
      Score store = http(server, writer, "graph-store-protocol/manifest-indirect.ttl");
      Score direct = http(server, writer, "graph-store-protocol/manifest-direct.ttl");
      store.passed().addAll(direct.passed());
      store.failed().addAll(direct.failed());
      scores.put("graph-store-protocol", store);
      scores.put("http-rdf-update", prose(server, writer));
      scores.put("service-description", description(server));
    }
    List<String> failed = scores.values().stream().flatMap(s -> s.failed().stream()).toList();
    assertEquals(List.of(), failed);
    String readme = Files.readString(Path.of("README.md"));
    scores.forEach(
        (suite, score) -> assertTrue(readme.contains(row(suite, score)), () -> row(suite, score)));
    assertEquals(reasons(), found(scores));
  }

  private static String row(String suite, Score score) {
    int all = score.passed().size() + score.leftOut().size();
    return "| "
        + suite
        + " | "
        + all
        + " | "
        + score.passed().size()
        + " | "
        + score.leftOut().size()
        + " |";
  }

  private static Map<String, String> found(Map<String, Score> scores) {
    Map<String, String> all = new TreeMap<>();
    scores.forEach(
        (suite, score) ->
            score.leftOut().forEach((name, reason) -> all.put(suite + " " + name, reason)));
    return all;
  }

  /** Lines of suite, case and reason, separated by tabs. */
  private static Map<String, String> reasons() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line :
        Files.readAllLines(Path.of("src/test/resources/org/w3id/chokepoint/serve/left-out.tsv"))) {
      String[] cells = line.split("\t");
      reasons.put(cells[0] + " " + cells[1], cells[2]);
    }
    return reasons;
  }

  private Score http(RunningServer server, Writer writer, String manifest) throws Exception {
    Score score = Score.empty();
    for (Exchange.Case c : HttpManifest.read(SUITES.resolve(manifest))) {
      Map<String, String> graphs = new LinkedHashMap<>(c.graphs());
      if (manifest.startsWith("protocol")) {
        // The cases name this graph without giving its data; that it is there is all they need.
        graphs.put(
            "http://kasei.us/2009/09/sparql/data/data0.rdf",
            SUITES.resolve("protocol/data1.nt").toUri().toString());
      }
      writer.reset(graphs);
      run("protocol", c, server, writer, score);
    }
    return score;
  }

  private Score prose(RunningServer server, Writer writer) throws Exception {
    Score score = Score.empty();
    writer.reset(Map.of());
    for (Exchange.Case c : ProseManifest.read(SUITES.resolve("http-rdf-update/manifest.ttl"))) {
      run("http-rdf-update", c, server, writer, score);
    }
    return score;
  }

  /** Runs the requests of a case; one that only writes has to be refused and is left out. */
  private void run(String suite, Exchange.Case c, RunningServer server, Writer writer, Score score)
      throws Exception {
    String origin = "http://127.0.0.1:" + server.port();
    UnaryOperator<String> names =
        text ->
            text.replace("/$GRAPHSTORE$", "/chokepoint/get")
                .replace("$HOST$", "127.0.0.1:" + server.port())
                .replace("=$LOCATION$", "=" + origin + place(NEW))
                .replace("$LOCATION$", NEW);
    List<String> wrong = new ArrayList<>();
    boolean updates = c.name().startsWith("update_");
    for (Exchange raw : c.exchanges()) {
      Exchange exchange = raw.with(names);
      String iri = origin + place(exchange.path());
      if (exchange.writes()) {
        int status = send(server, exchange).statusCode();
        if (status / 100 != 4) {
          wrong.add("a write got " + status);
        }
        if (exchange.path().startsWith("/gsp")) {
          writer.write(exchange, iri, origin + place(NEW));
        }
      } else if (!updates) {
        writer.publish(server, exchange.path());
        check(exchange, iri, send(server, exchange), wrong);
      }
    }
    String reason = reasons().get(suite + " " + c.name());
    if (reason != null && wrong.stream().noneMatch(text -> text.startsWith("a write"))) {
      score.leftOut().put(c.name(), reason);
    } else if (wrong.isEmpty()) {
      score.passed().add(c.name());
    } else {
      score.failed().add(suite + " " + c.name() + ": " + wrong);
    }
  }

  private static void check(
      Exchange exchange, String iri, HttpResponse<String> answer, List<String> wrong) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    if (!exchange.allows(answer.statusCode())) {
      wrong.add(exchange.path() + " got " + answer.statusCode() + ", not " + exchange.statuses());
      return;
    }
    exchange
        .truth()
        .filter(truth -> !answer.body().replaceAll("\\s", "").contains("\"boolean\":" + truth))
        .ifPresent(truth -> wrong.add("not " + truth + ": " + answer.body()));
    exchange
        .format()
        .filter(format -> !type.matches(types(format)))
        .ifPresent(format -> wrong.add(type + " is not " + format));
    String wanted = exchange.expectedHeaders().getOrDefault("content-type", "").split(";")[0];
    if (!type.startsWith(wanted)) {
      wrong.add(type + " is not " + wanted);
    }
    exchange
        .expected()
        .filter(text -> answer.statusCode() == 200 && !exchange.method().equals("HEAD"))
        .filter(text -> !Writer.parse(text, iri).isIsomorphicWith(Writer.parse(answer.body(), iri)))
        .ifPresent(text -> wrong.add("other triples: " + answer.body()));
  }

  private static String types(String format) {
    return switch (format) {
      case "boolean", "tabular" -> "(application/sparql-results\\+(json|xml)|application/json).*";
      case "RDF" -> "(text/turtle|application/(n-triples|ld\\+json|rdf\\+xml)).*";
      default -> throw new IllegalArgumentException(format);
    };
  }

  private static String place(String path) {
    return path.replaceFirst("^/sparql/", "/sparql").replaceFirst("^/gsp", "/chokepoint/get");
  }

  private static HttpResponse<String> send(RunningServer server, Exchange exchange) {
    Client client = Client.of(server);
    HttpRequest.Builder request = client.request(place(exchange.path()));
    exchange.headers().forEach(request::header);
    return client.send(
        request
            .method(
                exchange.method(),
                exchange
                    .body()
                    .map(body -> BodyPublishers.ofByteArray(body.getBytes(exchange.charset())))
                    .orElse(BodyPublishers.noBody()))
            .build());
  }

  /** Three cases that are described in words: RDF, an endpoint triple, and the vocabulary. */
  private static Score description(RunningServer server) {
    Score score = Score.empty();
    String endpoint = "http://127.0.0.1:" + server.port() + "/sparql";
    HttpResponse<String> answer = Client.of(server).get("/sparql");
    Graph graph =
        RDFParser.fromString(
                answer.body(),
                RDFLanguages.contentTypeToLang(
                    answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0]))
            .base(endpoint)
            .toGraph();
    score.passed().add("returns-rdf");
    assertTrue(
        graph.contains(Node.ANY, sd("endpoint"), NodeFactory.createURI(endpoint)), answer.body());
    score.passed().add("has-endpoint-triple");
    // The vocabulary's own constraints: endpoints, languages and regimes belong to services.
    for (String property :
        List.of("endpoint", "supportedLanguage", "defaultEntailmentRegime", "defaultDataset")) {
      graph
          .find(Node.ANY, sd(property), Node.ANY)
          .forEach(
              triple ->
                  assertTrue(
                      graph.contains(triple.getSubject(), RDF.type.asNode(), sd("Service"))
                          && triple.getObject().isURI(),
                      triple.toString()));
    }
    graph
        .find(Node.ANY, sd("namedGraph"), Node.ANY)
        .forEach(
            triple ->
                assertTrue(
                    graph.contains(triple.getObject(), sd("name"), Node.ANY), triple.toString()));
    assertTrue(
        graph.contains(
            Node.ANY,
            sd("defaultEntailmentRegime"),
            NodeFactory.createURI("http://www.w3.org/ns/entailment/OWL-RDF-Based")));
    score.passed().add("conforms-to-schema");
    return score;
  }

  private static Node sd(String name) {
    return NodeFactory.createURI(SD + name);
  }
}
