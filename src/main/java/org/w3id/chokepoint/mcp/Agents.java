package org.w3id.chokepoint.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.json.jackson2.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import jakarta.servlet.http.HttpServlet;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.w3id.chokepoint.serve.Limits;
import org.w3id.chokepoint.serve.Served;

/** Offers the tools and documents by the Model Context Protocol. */
public final class Agents {
  private static final McpJsonMapper JSON = new JacksonMcpJsonMapper(new ObjectMapper());
  private static final ServerCapabilities OFFERED =
      ServerCapabilities.builder().tools(false).resources(false, false).build();

  private final Toolbox toolbox;
  private final List<Document> documents;
  private final String version;

  /**
   * Tools within the given limits.
   *
   * @param queries folder of example queries
   * @param version of this program, as clients see it
   */
  public Agents(Limits limits, Path queries, String version) {
    this.toolbox = new Toolbox(limits);
    this.version = version;
    try {
      this.documents = Document.all(queries);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The stateless HTTP transport: JSON-RPC by POST, one answer each.
   *
   * @param snapshot what to answer from, asked once for each call, in the thread of the request
   */
  public HttpServlet servlet(Supplier<Served> snapshot) {
    HttpServletStatelessServerTransport transport =
        HttpServletStatelessServerTransport.builder()
            .jsonMapper(JSON)
            .messageEndpoint("/mcp")
            .build();
    McpServer.sync(transport)
        .serverInfo("chokepoint", version)
        .instructions(Toolbox.resource("instructions.txt"))
        .capabilities(OFFERED)
        .immediateExecution(true)
        .tools(
            toolbox.tools().stream()
                .map(
                    tool ->
                        new McpStatelessServerFeatures.SyncToolSpecification(
                            described(tool), (context, call) -> answer(tool, call, snapshot.get())))
                .toList())
        .resources(
            documents.stream()
                .map(
                    document ->
                        new McpStatelessServerFeatures.SyncResourceSpecification(
                            described(document),
                            (context, wanted) -> text(document, snapshot.get())))
                .toList())
        .build();
    return transport;
  }

  /** Answers on a pair of streams until the input ends. */
  public void serve(Served served, InputStream in, OutputStream out) throws InterruptedException {
    CountDownLatch end = new CountDownLatch(1);
    McpSyncServer server =
        McpServer.sync(new StdioServerTransportProvider(JSON, new Ending(in, end), out))
            .serverInfo("chokepoint", version)
            .instructions(Toolbox.resource("instructions.txt"))
            .capabilities(OFFERED)
            .tools(
                toolbox.tools().stream()
                    .map(
                        tool ->
                            new McpServerFeatures.SyncToolSpecification(
                                described(tool), (exchange, call) -> answer(tool, call, served)))
                    .toList())
            .resources(
                documents.stream()
                    .map(
                        document ->
                            new McpServerFeatures.SyncResourceSpecification(
                                described(document), (exchange, wanted) -> text(document, served)))
                    .toList())
            .build();
    end.await();
    server.closeGracefully();
  }

  private static McpSchema.Tool described(Tool tool) {
    return McpSchema.Tool.builder(tool.name(), tool.schema())
        .title(tool.title())
        .description(tool.description())
        .annotations(
            McpSchema.ToolAnnotations.builder()
                .title(tool.title())
                .readOnlyHint(true)
                .destructiveHint(false)
                .idempotentHint(true)
                .openWorldHint(false)
                .build())
        .build();
  }

  private static McpSchema.Resource described(Document document) {
    return McpSchema.Resource.builder()
        .uri(document.uri())
        .name(document.name())
        .description(document.description())
        .mimeType(document.type())
        .build();
  }

  private CallToolResult answer(Tool tool, CallToolRequest call, Served served) {
    Map<String, Object> arguments = Optional.ofNullable(call.arguments()).orElse(Map.of());
    return switch (toolbox.call(tool, arguments, served)) {
      case Toolbox.Outcome.Refusal(String reason) ->
          CallToolResult.builder().isError(true).addTextContent(reason).build();
      case Toolbox.Outcome.Answer(Map<String, Object> content) ->
          CallToolResult.builder()
              .isError(false)
              .structuredContent(content)
              .addTextContent(json(content))
              .build();
    };
  }

  private static ReadResourceResult text(Document document, Served served) {
    return new ReadResourceResult(
        List.of(
            new McpSchema.TextResourceContents(
                document.uri(), document.type(), document.text().apply(served))));
  }

  private static String json(Map<String, Object> content) {
    try {
      return JSON.writeValueAsString(content);
    } catch (IOException e) {
      throw new IllegalStateException("strings and numbers are always JSON", e);
    }
  }

  /** Tells when the client has closed its end. */
  private static final class Ending extends FilterInputStream {
    private final CountDownLatch end;

    Ending(InputStream in, CountDownLatch end) {
      super(in);
      this.end = end;
    }

    @Override
    public int read() throws IOException {
      return seen(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return seen(super.read(bytes, offset, length));
    }

    private int seen(int result) {
      if (result < 0) {
        end.countDown();
      }
      return result;
    }
  }
}
