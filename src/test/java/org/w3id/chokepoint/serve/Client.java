package org.w3id.chokepoint.serve;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** A plain HTTP client for one server; follows no redirect. */
public abstract class Client {
  private final HttpClient http = HttpClient.newHttpClient();

  /** The client of a server that runs. */
  public static Client of(RunningServer server) {
    return new Client() {
      @Override
      int port() {
        return server.port();
      }
    };
  }

  abstract int port();

  /** GET with headers given as name, value, name, value. */
  public HttpResponse<String> get(String path, String... headers) {
    return send(request(path, headers).GET().build());
  }

  public HttpResponse<String> post(String path, String type, String body) {
    return send(request(path, "Content-Type", type).POST(BodyPublishers.ofString(body)).build());
  }

  public HttpResponse<String> method(String method, String path, String... headers) {
    return send(request(path, headers).method(method, BodyPublishers.noBody()).build());
  }

  /** A SELECT as CSV lines, the header among them. */
  public HttpResponse<String> csv(String path, String query) {
    return get(path + "?query=" + encode(query), "Accept", "text/csv");
  }

  public HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path));
    return headers.length == 0 ? builder : builder.headers(headers);
  }

  /**
   * Asks once more on a fresh connection where the server gave up a kept one in that moment (RFC
   * 9112, section 9.3.1): it closes those whose body it has refused.
   */
  private <T> HttpResponse<T> sent(HttpRequest request, HttpResponse.BodyHandler<T> body)
      throws IOException, InterruptedException {
    try {
      return http.send(request, body);
    } catch (IOException e) {
      if (!String.valueOf(e.getMessage()).contains("received no bytes")) {
        throw e;
      }
      return http.send(request, body);
    }
  }

  public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
    try {
      return sent(request, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  public HttpResponse<String> send(HttpRequest request) {
    return send(request, BodyHandlers.ofString());
  }

  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
