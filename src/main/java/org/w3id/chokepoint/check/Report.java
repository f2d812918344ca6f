package org.w3id.chokepoint.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Findings as text for people, JSON, or SARIF 2.1.0 (OASIS) for code review tools. */
public final class Report {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private Report() {}

  /** How findings are written. */
  public enum Format {
    text,
    json,
    sarif
  }

  /** The whole report, with a line end at its end. */
  public static String of(List<Finding> findings, Format format) {
    return switch (format) {
      case text -> text(findings);
      case json -> json(findings);
      case sarif -> json(sarif(findings));
    };
  }

  private static String text(List<Finding> findings) {
    String lines =
        findings.stream()
            .map(
                f ->
                    f.severity()
                        + " "
                        + f.focus()
                        + "\n    "
                        + f.message()
                        + " ("
                        + f.rule()
                        + ")\n")
            .collect(Collectors.joining());
    long violations =
        findings.stream().filter(f -> f.severity() == Finding.Severity.VIOLATION).count();
    return lines
        + violations
        + " violations, "
        + (findings.size() - violations)
        + " warnings and notes\n";
  }

  private static Map<String, Object> sarif(List<Finding> findings) {
    List<Map<String, Object>> results =
        findings.stream()
            .map(
                f ->
                    Map.<String, Object>of(
                        "ruleId", f.rule(),
                        "level", level(f.severity()),
                        "message", Map.of("text", f.message()),
                        "locations",
                            List.of(
                                Map.of(
                                    "logicalLocations",
                                    List.of(Map.of("fullyQualifiedName", f.focus()))))))
            .toList();
    return Map.of(
        "version", "2.1.0",
        "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
        "runs",
            List.of(
                Map.of(
                    "tool", Map.of("driver", Map.of("name", "chokepoint")), "results", results)));
  }

  private static String level(Finding.Severity severity) {
    return severity == Finding.Severity.VIOLATION
        ? "error"
        : severity == Finding.Severity.INFO ? "note" : severity.name().toLowerCase(Locale.ROOT);
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a report is always JSON", e);
    }
  }
}
