package org.w3id.chokepoint.serve;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/** Joins a handler to the servlet world. */
final class HandlerServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  /** Named with a weight above 0, or with none. */
  private static final Pattern GZIP =
      Pattern.compile("(^|,)\\s*(gzip|\\*)\\s*(;\\s*q=(?!0(\\.0*)?\\s*(,|$))[^,]*)?(,|$)");

  private final transient Live live;
  private final transient Handler handler;

  HandlerServlet(Live live, Handler handler) {
    this.live = live;
    this.handler = handler;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Served served = live.bound().orElseThrow();
    served.reading(() -> answer(served, request, response));
  }

  private static String address(HttpServletRequest request) {
    Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
    String path = asked == null ? request.getRequestURI() : asked.toString();
    String url = request.getRequestURL().toString();
    return url.substring(0, url.length() - request.getRequestURI().length()) + path;
  }

  private static void write(byte[] gzip, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (takesGzip(request)) {
      response.setHeader("Content-Encoding", "gzip");
      response.setContentLength(gzip.length);
      response.getOutputStream().write(gzip);
    } else {
      new GZIPInputStream(new ByteArrayInputStream(gzip)).transferTo(response.getOutputStream());
    }
  }

  private static boolean takesGzip(HttpServletRequest request) {
    String taken = request.getHeader("Accept-Encoding");
    return taken != null && GZIP.matcher(taken).find();
  }

  private void answer(Served served, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean head = request.getMethod().equals("HEAD");
    if (!head && !request.getMethod().equals("GET")) {
      response.setHeader("Allow", "GET, HEAD, OPTIONS");
      HttpStep.fail(request, response, Problem.of(405, "This address is for reading."));
      return;
    }
    Map<String, String> parameters = new HashMap<>();
    request.getParameterMap().forEach((name, values) -> parameters.put(name, values[0]));
    Question question =
        new Question(
            address(request), request.getRequestURI(), parameters, Accept.of(request), served);
    switch (handler.answer(question)) {
      case Reply.Content(String type, Map<String, String> headers, Reply.Body body) -> {
        response.setContentType(type);
        headers.forEach(response::setHeader);
        if (!head) {
          body.writeTo(response.getOutputStream());
        }
      }
      case Reply.Packed(String type, Map<String, String> headers, byte[] gzip) -> {
        response.setContentType(type);
        headers.forEach(response::setHeader);
        if (!head) {
          write(gzip, request, response);
        }
      }
      case Reply.Redirect(int status, String location, Map<String, String> headers) -> {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setHeader("Location", location);
      }
      case Reply.Failure(Problem problem) -> HttpStep.fail(request, response, problem);
    }
  }
}
