package org.w3id.chokepoint.serve;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** For probes: {@code live} while the process answers, {@code ready} once a snapshot is loaded. */
final class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1;

  private final transient Live live;

  HealthServlet(Live live) {
    this.live = live;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<Served> served = live.newest();
    response.setHeader("Cache-Control", "no-store");
    switch (String.valueOf(request.getPathInfo())) {
      case "/live" -> write(response, "{\"status\":\"live\"}");
      case "/ready" -> {
        if (served.isPresent()) {
          write(response, "{\"status\":\"ready\",\"snapshot\":\"" + served.get().name() + "\"}");
        } else {
          HttpStep.fail(request, response, Problem.temporary(503, "The data is being loaded.", 2));
        }
      }
      default -> response.setStatus(404);
    }
  }

  private static void write(HttpServletResponse response, String json) throws IOException {
    response.setContentType("application/json");
    response.getOutputStream().write((json + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
