package org.w3id.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3id.chokepoint.browse.Browse;
import org.w3id.chokepoint.reason.Closure;
import org.w3id.chokepoint.serve.ChokepointServer;
import org.w3id.chokepoint.serve.RunningServer;
import org.w3id.chokepoint.serve.ServeSettings;

/** What a software agent gets, with the protocol's own client, over HTTP and over a pipe. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class AgentsTest {
  private static final McpJsonMapper JSON = new JacksonMcpJsonMapper(new ObjectMapper());

  private static RunningServer server;
  private static McpSyncClient overHttp;
  private static McpSyncClient overPipe;

  @BeforeAll
  static void start() {
    ServeSettings settings = ServeSettings.local(Seeds.folder(), 0);
    server =
        ChokepointServer.start(
            settings,
            Closure::of,
            new Browse(settings.limits(), Path.of("ontology/queries")),
            Map.of("/mcp", McpCommand.agents(settings.limits())::servlet));
    overHttp =
        client(
            McpClient.sync(
                HttpClientStreamableHttpTransport.builder("http://127.0.0.1:" + server.port())
                    .jsonMapper(JSON)
                    .endpoint("/mcp")
                    .build()));
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    overPipe =
        client(
            McpClient.sync(
                new StdioClientTransport(
                    ServerParameters.builder(java)
                        .args(
                            "-cp",
                            System.getProperty("java.class.path"),
                            Main.class.getName(),
                            "mcp",
                            "--data",
                            Seeds.folder().toString())
                        .build(),
                    JSON)));
  }

  private static McpSyncClient client(McpClient.SyncSpec spec) {
    Duration long1 = Duration.ofMinutes(2);
    McpSyncClient client = spec.requestTimeout(long1).initializationTimeout(long1).build();
    client.initialize();
    return client;
  }

  @AfterAll
  static void stop() {
    overHttp.close();
    overPipe.close();
    server.close();
  }

  static Stream<McpSyncClient> clients() {
    return Stream.of(overHttp, overPipe);
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("clients")
  void nineReadOnlyToolsAreListed(McpSyncClient client) {
    var tools = client.listTools().tools();
    assertEquals(
        List.of(
            "as_of",
            "contradictions",
            "describe_schema",
            "exposure",
            "get_entity",
            "get_evidence",
            "list_claims",
            "search_entities",
            "sparql_query"),
        tools.stream().map(tool -> tool.name()).sorted().toList());
    tools.forEach(tool -> assertTrue(tool.annotations().readOnlyHint(), tool.name()));
    tools.forEach(tool -> assertTrue(tool.description().length() > 80, tool.name()));
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("clients")
  void threeCallsLeadToTheEvidenceOfAFact(McpSyncClient client) throws Exception {
    JsonNode found = rows(client, "search_entities", Map.of("text", "huawei"));
    String entity = found.at("/0/entity").asText();
    assertEquals("https://w3id.org/chokepoint/id/actor/huawei", entity);
    JsonNode claims =
        rows(
            client,
            "list_claims",
            Map.of("entity", entity, "predicate", "cp:develops", "status", "cp:Accepted"));
    String claim = claims.at("/0/claim").asText();
    assertTrue(claim.startsWith("https://w3id.org/chokepoint/id/claim/"), claims.toString());
    JsonNode evidence = rows(client, "get_evidence", Map.of("claim", claim));
    assertTrue(evidence.at("/0/sentence").asText().contains("Ascend"), evidence.toString());
    assertTrue(evidence.at("/0/passage").asText().contains("#char-"), evidence.toString());
    assertTrue(evidence.at("/0/begin").isInt(), evidence.toString());
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("clients")
  void everyToolAnswersFromTheSeeds(McpSyncClient client) throws Exception {
    Map<String, Map<String, Object>> calls = new HashMap<>();
    calls.put("search_entities", Map.of("text", "Ascend", "class", "cp:Technology"));
    calls.put("get_entity", Map.of("entity", "actor:huawei", "limit", 200));
    calls.put("list_claims", Map.of("status", "cp:Held"));
    calls.put("get_evidence", Map.of("subject", "actor:huawei", "object", "tech:ascend"));
    calls.put("exposure", Map.of("entity", "actor:deepseek"));
    calls.put("describe_schema", Map.of("text", "exposed"));
    calls.put("sparql_query", Map.of("query", "SELECT * { actor:huawei cp:develops ?what }"));
    for (var call : calls.entrySet()) {
      JsonNode rows = rows(client, call.getKey(), call.getValue());
      assertFalse(rows.isEmpty(), call.getKey());
      assertTrue(rows.toString().contains("https://w3id.org/chokepoint/"), call.getKey());
    }
    JsonNode exposure = rows(client, "exposure", Map.of("entity", "actor:deepseek"));
    assertTrue(exposure.toString().contains("presumablyExposedTo"), exposure.toString());
    assertTrue(
        exposure.at("/0/explain").asText().startsWith("https://w3id.org/chokepoint/explain?s="),
        exposure.toString());
    // The seed has no date and no conflict; ToolboxTest has both.
    assertTrue(rows(client, "contradictions", Map.of()).isArray());
    assertTrue(rows(client, "as_of", Map.of("date", "2030-01-01")).isArray());
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("clients")
  void limitsAreToldAndCutOffAnswersSaySo(McpSyncClient client) throws Exception {
    JsonNode cut = json(client, "list_claims", Map.of("limit", 2));
    assertEquals(2, cut.get("rows").size());
    assertTrue(cut.get("truncated").asBoolean());
    assertTrue(cut.get("note").asText().contains("more than these 2 rows"), cut.toString());
    JsonNode whole = json(client, "list_claims", Map.of("limit", 500));
    assertFalse(whole.get("truncated").asBoolean());
    assertFalse(whole.get("snapshot").asText().isEmpty());
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("clients")
  void whatCannotBeAnsweredIsAnErrorInWords(McpSyncClient client) {
    refused(
        client,
        "sparql_query",
        Map.of("query", "SELECT * { SERVICE <http://127.0.0.1:9/> {} }"),
        "SERVICE");
    refused(client, "sparql_query", Map.of("query", "SELECT * { ?s"), "Encountered");
    refused(client, "sparql_query", Map.of("query", "INSERT DATA { <a> <b> <c> }"), "");
    refused(client, "get_entity", Map.of("entity", "not an iri"), "actor:huawei");
    refused(client, "get_entity", Map.of(), "entity");
    refused(client, "get_evidence", Map.of(), "at least one of");
    refused(client, "as_of", Map.of("date", "yesterday"), "2025-09-30");
    refused(client, "list_claims", Map.of("status", "cp:Nonsense"), "cp:Accepted");
  }

  @ParameterizedTest(autoCloseArguments = false)
  @MethodSource("clients")
  void ontologyDescriptionAndExamplesCanBeRead(McpSyncClient client) {
    var resources = client.listResources().resources();
    assertTrue(resources.size() > 50, resources.toString());
    for (String uri : List.of("ontology", ".well-known/void", "query/41-exposure")) {
      var read = client.readResource(new ReadResourceRequest("https://w3id.org/chokepoint/" + uri));
      String text = ((TextResourceContents) read.contents().get(0)).text();
      assertTrue(text.length() > 100, uri);
    }
  }

  @Test
  void theEndpointIsBehindTheSameFilters() throws Exception {
    var http = java.net.http.HttpClient.newHttpClient();
    var request =
        java.net.http.HttpRequest.newBuilder(
                java.net.URI.create("http://127.0.0.1:" + server.port() + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{" + " ".repeat(2 << 20)));
    var answer =
        http.send(
            request.expectContinue(true).build(),
            java.net.http.HttpResponse.BodyHandlers.ofString());
    assertEquals(413, answer.statusCode());
  }

  private static void refused(
      McpSyncClient client, String tool, Map<String, Object> arguments, String says) {
    CallToolResult result = client.callTool(new CallToolRequest(tool, arguments));
    assertTrue(result.isError(), tool);
    assertTrue(text(result).contains(says), text(result));
    assertFalse(text(result).contains("org.apache"), text(result));
  }

  private static JsonNode rows(McpSyncClient client, String tool, Map<String, Object> arguments)
      throws Exception {
    return json(client, tool, arguments).get("rows");
  }

  private static JsonNode json(McpSyncClient client, String tool, Map<String, Object> arguments)
      throws Exception {
    CallToolResult result = client.callTool(new CallToolRequest(tool, arguments));
    assertFalse(Boolean.TRUE.equals(result.isError()), () -> tool + ": " + text(result));
    return new ObjectMapper().readTree(text(result));
  }

  private static String text(CallToolResult result) {
    return ((TextContent) result.content().get(0)).text();
  }
}
