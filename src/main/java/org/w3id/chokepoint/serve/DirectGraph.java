package org.w3id.chokepoint.serve;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request whose address names the graph (SPARQL 1.1 Graph Store HTTP Protocol, section 4.1). */
final class DirectGraph extends ServiceRequest {
  private final String graph;

  DirectGraph(HttpServletRequest request) {
    super(request, NameStep.GRAPH_STORE);
    graph = request.getRequestURL().toString();
  }

  @Override
  public String getQueryString() {
    return "graph=" + URLEncoder.encode(graph, StandardCharsets.UTF_8);
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Map.of("graph", new String[] {graph});
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return getParameterMap().get(name);
  }

  @Override
  public @Nullable String getParameter(String name) {
    return name.equals("graph") ? graph : null;
  }
}
