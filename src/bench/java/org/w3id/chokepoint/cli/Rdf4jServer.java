package org.w3id.chokepoint.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.rdf4j.query.resultio.sparqljson.SPARQLResultsJSONWriter;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.rio.RDFFormat;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** RDF4J's memory store behind the JDK's HTTP server: {@code Rdf4jServer DUMP PORT}. */
final class Rdf4jServer {
  private final SailRepository store = new SailRepository(new MemoryStore());

  public static void main(String[] args) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    Rdf4jServer server = new Rdf4jServer();
    try (RepositoryConnection connection = server.store.getConnection()) {
      connection.add(new File(args[0]), RDFFormat.NTRIPLES);
    }
    HttpServer http =
        HttpServer.create(new InetSocketAddress("127.0.0.1", Integer.parseInt(args[1])), 0);
    http.createContext("/", server::answer);
    http.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String query =
        URLDecoder.decode(form.substring("query=".length()), StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status = 200;
    try (RepositoryConnection connection = store.getConnection()) {
      connection.prepareTupleQuery(query).evaluate(new SPARQLResultsJSONWriter(out));
    } catch (RuntimeException e) {
      status = 500;
      System.err.println(e);
      out.writeBytes(e.toString().getBytes(StandardCharsets.UTF_8));
    }
    exchange.sendResponseHeaders(status, out.size());
    try (var body = exchange.getResponseBody()) {
      out.writeTo(body);
    }
  }
}
