package org.w3id.chokepoint.mcp;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A question that agents may ask.
 *
 * @param query SPARQL; its variables named like arguments take their values; empty where an
 *     argument named {@code query} is the query
 * @param anyOf arguments of which at least one has to be given; empty for no such rule
 */
record Tool(
    String name,
    String title,
    String description,
    List<Argument> arguments,
    @JsonProperty(defaultValue = "") String query,
    List<String> anyOf) {
  /** What the answer holds at most when the agent does not say. */
  static final int ROWS = 25;

  /** What the answer holds at most. */
  static final int MOST_ROWS = 500;

  Tool {
    query = query == null ? "" : query;
    anyOf = anyOf == null ? List.of() : List.copyOf(anyOf);
  }

  /** How the value of an argument is read. */
  enum Type {
    iri,
    text,
    date
  }

  /**
   * An argument.
   *
   * @param choices the allowed values; empty for any
   */
  record Argument(
      String name, Type type, boolean required, String description, List<String> choices) {
    Argument {
      choices = choices == null ? List.of() : List.copyOf(choices);
    }

    private Map<String, Object> schema() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "string");
      schema.put("description", description);
      if (type == Type.date) {
        schema.put("format", "date");
      }
      if (!choices.isEmpty()) {
        schema.put("enum", choices);
      }
      return schema;
    }
  }

  /** JSON Schema of the arguments. */
  Map<String, Object> schema() {
    Map<String, Object> properties = new LinkedHashMap<>();
    arguments.forEach(argument -> properties.put(argument.name(), argument.schema()));
    properties.put(
        "limit",
        Map.of(
            "type",
            "integer",
            "minimum",
            1,
            "maximum",
            MOST_ROWS,
            "default",
            ROWS,
            "description",
            "Most rows to give; what is beyond is cut off and said to be."));
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        arguments.stream().filter(Argument::required).map(Argument::name).toList(),
        "additionalProperties",
        false);
  }
}
