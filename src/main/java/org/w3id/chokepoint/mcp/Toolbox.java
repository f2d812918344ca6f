package org.w3id.chokepoint.mcp;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.w3id.chokepoint.serve.Limit;
import org.w3id.chokepoint.serve.Limits;
import org.w3id.chokepoint.serve.QueryRunner;
import org.w3id.chokepoint.serve.Served;
import org.w3id.chokepoint.snapshot.Terms;

/** The tools, and the answers to calls of them. */
final class Toolbox {
  /** What an agent can take in. */
  private static final int CHARACTERS = 1_000_000;

  private final QueryRunner runner;
  private final List<Tool> tools;

  Toolbox(Limits limits) {
    int most = Math.min(CHARACTERS, limits.of(Limit.ANSWER));
    runner = new QueryRunner(limits.with(Limit.ANSWER, most));
    String text =
        resource("tools.yaml")
            .replace("{seconds}", Integer.toString(limits.of(Limit.QUERY_TIMEOUT)))
            .replace("{characters}", Integer.toString(most));
    try {
      tools = new YAMLMapper().readValue(text, new TypeReference<List<Tool>>() {});
    } catch (IOException e) {
      throw new IllegalStateException("tools.yaml: " + e.getMessage(), e);
    }
  }

  List<Tool> tools() {
    return tools;
  }

  /** An answer as JSON values, or what is wrong with the call in words. */
  sealed interface Outcome {
    /** The answer. */
    record Answer(Map<String, Object> content) implements Outcome {}

    /** The call cannot be answered. */
    record Refusal(String reason) implements Outcome {}
  }

  /** Answers a call from one snapshot. */
  Outcome call(Tool tool, Map<String, Object> given, Served served) {
    Map<String, Node> values = new LinkedHashMap<>();
    for (Tool.Argument argument : tool.arguments()) {
      Object value = given.get(argument.name());
      if (value == null && argument.required()) {
        return new Outcome.Refusal("The argument " + argument.name() + " is missing.");
      } else if (value != null) {
        Optional<Node> node = Values.read(argument, value.toString());
        if (node.isEmpty()) {
          return new Outcome.Refusal(Values.complaint(argument, value.toString()));
        }
        values.put(argument.name(), node.get());
      }
    }
    if (!tool.anyOf().isEmpty() && tool.anyOf().stream().noneMatch(values::containsKey)) {
      return new Outcome.Refusal("Give at least one of " + String.join(", ", tool.anyOf()) + ".");
    }
    int rows = given.get("limit") instanceof Number n ? n.intValue() : Tool.ROWS;
    return ask(tool, values, Math.clamp(rows, 1, Tool.MOST_ROWS), served);
  }

  private Outcome ask(Tool tool, Map<String, Node> values, int rows, Served served) {
    String query = tool.query();
    if (query.isEmpty()) {
      query = Objects.requireNonNull(values.remove("query")).getLiteralLexicalForm();
    } else {
      values.put("inferred", NodeFactory.createURI(served.base() + Terms.INFERRED));
      values.put("ontology", NodeFactory.createURI(served.base() + Terms.ONTOLOGY));
      values.put("base", NodeFactory.createLiteralString(served.base()));
    }
    return Values.outcome(runner.run(query, values, served.all(), rows), served);
  }

  static String resource(String file) {
    try (InputStream in = Toolbox.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
